"""The command `rehearse`: a roadmap's year of reminders on paper, without a messenger or a database."""

import json
import os
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.rehearsing import calendar_of
from domain.roadmap import Period
from tests.handlers.plans import MINUTES, PLAN

ROOT = Path(__file__).parent.parent.parent
FOLDER = os.environ.get("NASTAVNIK_TEST_DOCUMENTS")


def rehearse(file: Path, *options: str, zone: str = "Europe/Moscow") -> Result:
    return CliRunner().invoke(app, ["rehearse", str(file), "--timezone", zone, *options])


def reminders(file: Path, *options: str, zone: str = "Europe/Moscow") -> list[dict[str, Any]]:
    result = rehearse(file, "--json", *options, zone=zone)
    assert result.exit_code == 0, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "карта.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def assert_at_decent_hours(found: list[dict[str, Any]], zone: str) -> None:
    days = [datetime.fromisoformat(each["at"]) for each in found]
    assert days
    calendar = calendar_of(ZoneInfo(zone), Period(min(days).date(), max(days).date()))
    for at in days:
        assert at.utcoffset() == at.astimezone(calendar.zone).utcoffset()
        assert time(8) <= at.time() <= time(19)
        assert calendar.is_working_day(at.date())


def test_a_reminder_says_when_to_whom_of_which_row_and_in_which_words(plan: Path) -> None:
    found = reminders(plan)
    (last_day,) = [each for each in found if each["row"] == 2 and "сегодня последний день" in each["text"]]
    assert last_day == {
        "at": "2026-10-19T09:00:00+03:00",
        "to": "Петрова А.С.",
        "row": 2,
        "kind": "deadline",
        "text": "⏰ Строка 1.2: сегодня последний день (19 октября). Формирование базы наставников",
    }


def test_a_late_row_goes_up_to_the_head_and_a_districts_row_to_the_district(tmp_path: Path) -> None:
    file = tmp_path / "карта.txt"
    for responsible, above in (("Директор", ["head"]), ("ОО", ["head", "coordinator"])):
        file.write_text(PLAN.replace("Директор", responsible), encoding="utf-8")
        late = [each for each in reminders(file) if each["row"] == 1 and each["kind"] in ("overdue", "escalated")]
        assert [each["to"] for each in late] == ["curator", responsible, *above]


def test_the_curators_week_belongs_to_no_row_and_is_left_out_when_empty(plan: Path) -> None:
    weeks = {each["at"][:10]: each for each in reminders(plan) if each["kind"] == "digest"}
    assert "пн 19.10 — Формирование базы наставников" in weeks["2026-10-19"]["text"]
    assert {(week["row"], week["to"]) for week in weeks.values()} == {(None, "curator")}
    assert "2026-09-07" not in weeks


def test_texts_are_as_a_person_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "карта.txt"
    file.write_text(PLAN.replace("Итоговая встреча", "Итоги & <планы>"), encoding="utf-8")
    texts = [each["text"] for each in reminders(file)]
    assert any("Итоги & <планы>" in text for text in texts)
    assert not any("<b>" in text or "&amp;" in text for text in texts)


@pytest.mark.parametrize("zone", ["Asia/Kamchatka", "Europe/Kaliningrad", "America/New_York"])
def test_nobody_is_written_to_at_night_or_on_a_day_off(plan: Path, zone: str) -> None:
    assert_at_decent_hours(reminders(plan, zone=zone), zone)


@pytest.mark.skipif(not FOLDER, reason="NASTAVNIK_TEST_DOCUMENTS names no folder of real documents")
@pytest.mark.parametrize(("document", "zone"), [("003", "Asia/Kamchatka"), ("001", "Asia/Yekaterinburg")])
def test_real_documents_are_rehearsed_at_decent_hours(document: str, zone: str) -> None:
    assert_at_decent_hours(reminders(next(Path(FOLDER or "").glob(f"{document}_*")), zone=zone), zone)


def test_a_document_of_another_year_is_rehearsed_in_its_own_or_in_the_year_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "старая.txt"
    file.write_text(PLAN.replace("2027", "2023").replace("2026", "2022"), encoding="utf-8")
    assert {each["at"][:4] for each in reminders(file)} == {"2022", "2023"}
    assert reminders(file, "--from", "2024-09-01", "--to", "2025-05-31")[-1]["at"] > "2025"


def test_a_document_without_a_year_gets_a_school_year_and_a_word_about_it(tmp_path: Path) -> None:
    file = tmp_path / "карта.txt"
    file.write_text(PLAN.replace("на 2026-2027 учебный год", "").replace(" 2026 г.", "").replace(" 2027 г.", ""))
    result = rehearse(file, "--json")
    assert "Период в документе не назван" in result.stderr
    assert json.loads(result.stdout)


def test_what_comes_together_stands_together_for_a_reader(plan: Path) -> None:
    text = rehearse(plan).output
    assert f"Период: с {date(2026, 9, 1):%d.%m.%Y}" in text
    together = text[text.index("пн 19.10.2026 09:00 → куратор") :].split("\n\nвт ")[0]
    assert "Неделя 19–25 октября" in together


def test_wrong_use_is_one_line_and_an_exit_code(plan: Path, tmp_path: Path) -> None:
    minutes = tmp_path / "протокол.txt"
    minutes.write_text(MINUTES, encoding="utf-8")
    assert rehearse(minutes).exit_code == 1
    assert rehearse(tmp_path / "нет.txt").exit_code == 2
    assert rehearse(plan, zone="Камчатка").exit_code == 2
    assert rehearse(plan, "--from", "2026-09-01").exit_code == 2


def test_it_needs_neither_a_messenger_nor_a_database(plan: Path) -> None:
    code = "\n".join(
        (
            f"import sys; sys.argv = ['bot', 'rehearse', {str(plan)!r}, '--timezone', 'Europe/Moscow']",
            "try: from bot.__main__ import main; main()",
            "finally: assert not {'aiogram', 'sqlalchemy'} & sys.modules.keys()",
        )
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Строка 1.2" in done.stdout
