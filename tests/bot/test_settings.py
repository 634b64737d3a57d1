"""A wrong setting is one clear line and exit code 2; nothing is started."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings, WrongSettings, check_for_serving, read_settings
from storage.cipher import Cipher
from tests.processes import STOP_SECONDS, process

GOOD = {"NASTAVNIK_TELEGRAM_TOKEN": "1:token", "NASTAVNIK_KEY": Cipher.make_key()}
LONELY_VK = {"NASTAVNIK_VK_TOKEN": "token", "NASTAVNIK_KEY": Cipher.make_key()}
WRONG = {
    "no messenger": ({"NASTAVNIK_KEY": GOOD["NASTAVNIK_KEY"]}, "NASTAVNIK_TELEGRAM_TOKEN"),
    "no key": ({"NASTAVNIK_TELEGRAM_TOKEN": "1:token"}, "make-key"),
    "a key that is none": (GOOD | {"NASTAVNIK_KEY": "секрет"}, "NASTAVNIK_KEY"),
    "a token that is none": (GOOD | {"NASTAVNIK_TELEGRAM_TOKEN": "token"}, "NASTAVNIK_TELEGRAM_TOKEN"),
    "a community without its number": (LONELY_VK, "NASTAVNIK_VK_GROUP_ID"),
    "a number that is none": (LONELY_VK | {"NASTAVNIK_VK_GROUP_ID": "клуб"}, "NASTAVNIK_VK_GROUP_ID"),
    "a clock of another machine": (GOOD | {"NASTAVNIK_CLOCK": "http://example.org/clock"}, "NASTAVNIK_CLOCK"),
    "an address of no database": (GOOD | {"NASTAVNIK_DATABASE_URL": "база"}, "NASTAVNIK_DATABASE_URL"),
    "a database we do not know": (GOOD | {"NASTAVNIK_DATABASE_URL": "mysql://localhost/x"}, "NASTAVNIK_DATABASE_URL"),
    "an unknown language": (GOOD | {"NASTAVNIK_LOCALE": "tlh"}, "NASTAVNIK_LOCALE"),
    "an address of no server": (GOOD | {"NASTAVNIK_TELEGRAM_API": "телеграм"}, "NASTAVNIK_TELEGRAM_API"),
}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """No settings at all, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"NASTAVNIK_{name.upper()}", raising=False)
    monkeypatch.delenv("NASTAVNIK_ENV_FILE", raising=False)
    return monkeypatch


@pytest.mark.parametrize(("settings", "named"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_one_line_and_exit_code_2(
    bare: pytest.MonkeyPatch, settings: dict[str, str], named: str
) -> None:
    done = CliRunner().invoke(app, ["run"], env=settings)
    assert done.exit_code == 2
    assert named in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_a_process_with_a_wrong_setting_ends_at_once(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    with process(["bot", "run"], {"NASTAVNIK_DATA": str(tmp_path)}, errors=errors) as started:
        assert started.wait(STOP_SECONDS) == 2
    assert len(errors.read_text(encoding="utf-8").splitlines()) == 1


def test_settings_come_from_a_file_beside(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NASTAVNIK_TELEGRAM_TOKEN=1:token\n", encoding="utf-8")
    assert read_settings().telegram_token == "1:token"


def test_the_environment_rules_over_the_file(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NASTAVNIK_TELEGRAM_TOKEN=1:token\n", encoding="utf-8")
    bare.setenv("NASTAVNIK_TELEGRAM_TOKEN", "2:token")
    assert read_settings().telegram_token == "2:token"


def test_no_file_is_read_when_none_is_wanted(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NASTAVNIK_TELEGRAM_TOKEN=1:token\n", encoding="utf-8")
    bare.setenv("NASTAVNIK_ENV_FILE", "")
    assert read_settings().telegram_token == ""


def test_without_an_address_the_database_is_a_file_among_the_data(bare: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare.setenv("NASTAVNIK_DATA", str(tmp_path / "here"))
    assert read_settings().url == f"sqlite+aiosqlite:///{tmp_path / 'here' / 'nastavnik.db'}"


def test_either_messenger_alone_is_enough(bare: pytest.MonkeyPatch) -> None:
    for settings in (GOOD, LONELY_VK | {"NASTAVNIK_VK_GROUP_ID": "1"}):
        for name, value in settings.items():
            bare.setenv(name, value)
        check_for_serving(read_settings())
        for name in settings:
            bare.delenv(name)
    with pytest.raises(WrongSettings):
        check_for_serving(read_settings())


def test_the_key_is_not_shown_with_the_settings(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("NASTAVNIK_KEY", GOOD["NASTAVNIK_KEY"])
    assert GOOD["NASTAVNIK_KEY"] not in repr(read_settings())
