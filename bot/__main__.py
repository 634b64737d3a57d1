"""The command line: ``python -m bot …``; commands that need no messenger do not import aiogram."""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from bot.settings import Settings, WrongSettings, check_for_serving, check_key, read_settings

app = typer.Typer(
    help="«Наставник»: бот, который ведёт программу наставничества.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

USAGE = 2


def fail(line: str, code: int = USAGE) -> NoReturn:
    """One clear line for the operator, and the exit code."""
    typer.echo(line, err=True)
    raise SystemExit(code)


def settings() -> Settings:
    try:
        return read_settings()
    except WrongSettings as error:
        fail(str(error))


@app.command()
def run() -> None:
    """Обслуживать мессенджеры, указанные в настройках; сначала обновляет базу."""
    chosen = settings()
    try:
        check_for_serving(chosen)
        from bot.commands import run_until_stopped  # noqa: PLC0415 - imports aiogram

        run_until_stopped(chosen)
    except WrongSettings as error:
        fail(str(error))


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(help="Порт страницы и обоих API.")] = 8080,
    data: Annotated[Path | None, typer.Option(help="Папка, где всё сохранить.")] = None,
    now: Annotated[str | None, typer.Option(help="С какого момента идут часы, ISO.")] = None,
) -> None:
    """Только песочница: замена Telegram и VK на этом компьютере, со страницей и часами."""
    from sandbox.serve import run as serve_sandbox  # noqa: PLC0415 - aiohttp is needed here only

    serve_sandbox(port, data, moment(now))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Порт страницы.")] = 8080,
    data: Annotated[Path | None, typer.Option(help="Папка, где всё сохранить.")] = None,
    now: Annotated[str | None, typer.Option(help="С какого момента идут часы, ISO.")] = None,
) -> None:
    """Песочница и бот вместе: попробовать всё без токенов и интернета."""
    from bot.demo import run_demo  # noqa: PLC0415 - aiohttp is needed here only

    raise SystemExit(run_demo(port, data, now))


@app.command("invite-curator")
def invite_curator() -> None:
    """Одноразовый код на 72 часа: с ним куратор заводит свою организацию."""
    from bot.commands import make_curator_code  # noqa: PLC0415 - imports the database

    chosen = settings()
    try:
        check_key(chosen)
    except WrongSettings as error:
        fail(str(error))
    typer.echo(make_curator_code(chosen))


@app.command("make-key")
def make_key() -> None:
    """Новый ключ шифрования для NASTAVNIK_KEY."""
    from storage.cipher import Cipher  # noqa: PLC0415 - cryptography is needed here only

    typer.echo(Cipher.make_key())


@app.command()
def doctor() -> None:
    """Проверить настройки, токены и права, базу, календарь: по строке на каждое."""
    from bot.doctor import examine  # noqa: PLC0415 - imports aiogram

    raise SystemExit(examine(settings()))


@app.command()
def due(
    phrase: str,
    start: Annotated[str, typer.Option("--from", help="Начало программы, ГГГГ-ММ-ДД.")],
    end: Annotated[str, typer.Option("--to", help="Конец программы, ГГГГ-ММ-ДД.")],
) -> None:
    """Прочитать срок, как он написан в дорожной карте."""
    from bot.reading import due_as_json  # noqa: PLC0415 - only what reading needs

    print_json(due_as_json(phrase, day(start), day(end)))


@app.command()
def roadmap(
    file: Path,
    as_json: Annotated[bool, typer.Option("--json", help="Только JSON.")] = False,
    start: Annotated[str | None, typer.Option("--from", help="Начало программы, ГГГГ-ММ-ДД.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Конец программы, ГГГГ-ММ-ДД.")] = None,
) -> None:
    """Прочитать дорожную карту и показать, что понятно и что вызывает сомнение; ничего не сохраняется."""
    from bot.reading import NotRead, roadmap_as_json, roadmap_as_text  # noqa: PLC0415 - only what reading needs

    try:
        result = roadmap_as_json(file, chosen_period(file, start, end))
    except NotRead as error:
        fail(str(error), 1)
    if as_json:
        print_json(result)
    else:
        typer.echo(roadmap_as_text(result))


@app.command()
def rehearse(
    file: Path,
    timezone: Annotated[str, typer.Option(help="Часовой пояс организации, например Asia/Kamchatka.")],
    as_json: Annotated[bool, typer.Option("--json", help="Только JSON.")] = False,
    start: Annotated[str | None, typer.Option("--from", help="Начало программы, ГГГГ-ММ-ДД.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Конец программы, ГГГГ-ММ-ДД.")] = None,
) -> None:
    """Показать все напоминания года по этой карте: кому, когда и какими словами, если ничего не отмечать."""
    from bot.reading import NotRead  # noqa: PLC0415 - only what reading needs
    from bot.rehearsing import no_period_line, rehearsal_as_text, rehearsed  # noqa: PLC0415 - likewise

    zone, period = time_zone(timezone), chosen_period(file, start, end)
    try:
        year = rehearsed(file, zone, period, datetime.now(zone).date())
    except NotRead as error:
        fail(str(error), 1)
    if not year.named:
        typer.echo(no_period_line(year.period), err=True)
    if as_json:
        print_json(year.reminders)
    else:
        typer.echo(rehearsal_as_text(year))


def chosen_period(file: Path, start: str | None, end: str | None) -> tuple[date, date] | None:
    """The period that the options give; checks the file's name too."""
    if not file.is_file():
        fail(f"нет такого файла: {file}")
    if (start is None) != (end is None):
        fail("--from и --to нужны вместе")
    return (day(start), day(end)) if start and end else None


def time_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fail(f"нет такого часового пояса: {name}; нужен вроде Europe/Moscow")


def print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(f"нужна дата вида 2026-09-01, а не «{text}»")


def moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        fail(f"нужен момент вида 2026-09-01T10:00, а не «{text}»")
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
