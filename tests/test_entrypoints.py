"""Whatever is started by name is there: commands, console script, packages with their data."""

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app

ROOT = Path(__file__).parent.parent
COMMANDS = ["run", "sandbox", "demo", "invite-curator", "make-key", "doctor", "due", "roadmap", "rehearse"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`{command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_no_command_is_missing_here() -> None:
    names = {info.name or info.callback.__name__ for info in app.registered_commands if info.callback}
    assert names == set(COMMANDS)


def test_the_console_script_can_be_called() -> None:
    module, _, name = PROJECT["project"]["scripts"]["nastavnik"].partition(":")
    assert callable(getattr(import_module(module), name))


def test_every_package_and_its_data_are_installed() -> None:
    listed = set(PROJECT["tool"]["setuptools"]["packages"])
    ours = ["bot", "documents", "domain", "handlers", "locales", "sandbox", "scheduler", "storage"]
    found = {
        ".".join(file.parent.relative_to(ROOT).parts)
        for package in ours
        for file in (ROOT / package).rglob("__init__.py")
    }
    assert listed == found


@pytest.mark.parametrize("arguments", [["due", "до 15 марта", "--from", "2022-01-01", "--to", "2022-12-31"]])
def test_reading_needs_no_messenger(arguments: list[str]) -> None:
    code = "\n".join(
        (
            f"import sys; sys.argv = ['bot', *{arguments!r}]",
            "try: from bot.__main__ import main; main()",
            "finally: assert not {'aiogram', 'sqlalchemy'} & sys.modules.keys()",
        )
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert '"end": "2022-03-15"' in done.stdout
