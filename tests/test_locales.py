"""Every text that the code asks for is there, with the arguments it needs; every text that is there is used."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from locales import MissingText, Texts

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "documents", "handlers", "scheduler", "domain")
RUSSIAN = sorted((ROOT / "locales" / "ru").glob("*.ftl"))

FAMILIES = {
    "finding-": "codes of findings",
    "form-problem-": "codes of problems",
    "own-form-problem-": "codes of what is wrong in a cell",
    "form-answer-": "kinds of answers",
    "form-hint-": "kinds of questions",
    "form-button-": "controls",
    "problem-": "codes of files that cannot be read",
}
"""Keys that are put together from a code; each family has a test of its own beside what makes the codes."""


def messages() -> dict[str, fluent.Message]:
    found: dict[str, fluent.Message] = {}
    for file in RUSSIAN:
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, fluent.Junk), f"{file.name}: {entry.content!r}"
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} is there twice"
                found[entry.id.name] = entry
    return found


def strings_in_code() -> set[str]:
    files = (file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def prefixes_in_code() -> set[str]:
    """Beginnings of keys that the code puts together: the first part of f"form-answer-{code}"."""
    files = (file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))
    joined = (
        node.values[0].value
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant)
    )
    return {str(prefix) for prefix in joined if re.fullmatch(r"[a-z]+(-[a-z_]+)*-", str(prefix))}


def calls_with_keys() -> set[str]:
    """First arguments of calls like texts("home") and scene.texts("home")."""
    keys = set()
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and name_of(node.func) in {"texts", "say"}:
                    first = node.args[0]
                    if isinstance(first, ast.Constant):
                        keys.add(str(first.value))
    return keys


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_text_asked_for_is_there() -> None:
    assert not calls_with_keys() - messages().keys()


def test_every_text_is_used() -> None:
    used, prefixes = strings_in_code() | referenced(), prefixes_in_code()
    assert not [key for key in messages() if key not in used and not key.startswith(tuple(prefixes | set(FAMILIES)))]


def referenced() -> set[str]:
    """Texts that other texts include."""
    names: set[str] = set()
    for file in RUSSIAN:
        names |= set(re.findall(r"\{ ([a-z][a-z0-9-]*) \}", file.read_text(encoding="utf-8")))
    return names


def test_a_missing_text_is_not_shown_as_a_hole() -> None:
    with pytest.raises(MissingText):
        Texts.load()("no-such-text")


def test_a_missing_argument_is_not_shown_as_a_hole() -> None:
    with pytest.raises(MissingText):
        Texts.load()("form-progress", number=1)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(MissingText):
        Texts.load("xx")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Школа № 5", "«Школа № 5» больше не в районе."),
        ("Детский сад «Солнышко»", "«Детский сад „Солнышко“» больше не в районе."),
        ("Клуб «Ромашка", "«Клуб «Ромашка» больше не в районе."),
    ],
)
def test_quotes_within_quotes_are_the_inner_ones(name: str, told: str) -> None:
    assert Texts.load("ru")("district-excluded", name=name).startswith(told)
