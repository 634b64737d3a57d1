"""Reads forms from TOML: `<key>.toml` is the newest version, `<key>.v<version>.toml` an older one.

`options.toml` holds lists of options that several questions share: `options = "competences"`.
"""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from domain.forms.checks import faults
from domain.forms.conditions import Always, Condition, parse
from domain.forms.form import Form, Kind, Limits, Option, Question, Section

HERE = Path(__file__).parent
SHARED_OPTIONS = "options"
FORM_FIELDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("key", "title", "intro"), (str,)),
    **dict.fromkeys(("version", "minutes"), (int,)),
    **dict.fromkeys(("audience", "sections", "questions"), (list,)),
}
PLAIN_FIELDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("title", "hint", "unit", "section", "subject", "measure", "column"), (str,)),
    **dict.fromkeys(("required", "own", "personal"), (bool,)),
}
QUESTION_FIELDS: dict[str, tuple[type, ...]] = PLAIN_FIELDS | {
    **dict.fromkeys(("key", "kind", "text"), (str,)),
    **dict.fromkeys(("limits", "when"), (dict,)),
    "options": (str, list),
}
LIMIT_FIELDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("min_length", "max_length", "max_choices"), (int,)),
    **dict.fromkeys(("minimum", "maximum"), (int, date)),
    "accepts": (list,),
}

OPTION_FIELDS: dict[str, tuple[type, ...]] = {"key": (str,), "label": (str,), "also": (list,)}

Choices = Mapping[str, list[dict[str, Any]]]


class FormError(ValueError):
    """A form is wrong; `faults` tell all that is."""

    def __init__(self, source: str, found: list[str]) -> None:
        super().__init__(f"{source}: " + "; ".join(found))
        self.faults = tuple(found)


class UnknownForm(LookupError):
    """There is no built-in form with this key or version."""


def load(key: str, version: int | None = None) -> Form:
    """The built-in form, the newest version unless one is named; raises `UnknownForm`."""
    versions = _library().get(key, {})
    form = versions.get(version or max(versions, default=0))
    if form is None:
        raise UnknownForm(key if version is None else f"{key}, version {version}")
    return form


def built_in() -> Mapping[str, Form]:
    """Key → the newest version of every built-in form."""
    return {key: versions[max(versions)] for key, versions in _library().items()}


@cache
def _library() -> Mapping[str, Mapping[int, Form]]:
    choices = _toml(HERE / f"{SHARED_OPTIONS}.toml")
    library: dict[str, dict[int, Form]] = {}
    for path in sorted(HERE.glob("*.toml")):
        if path.stem != SHARED_OPTIONS:
            form = build(_toml(path), choices, path.name)
            if path.stem not in {form.key, f"{form.key}.v{form.version}"}:
                raise FormError(path.name, [f"the file's name does not fit the key {form.key!r}"])
            library.setdefault(form.key, {})[form.version] = form
    return library


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def build(written: Mapping[str, Any], choices: Choices | None = None, source: str = "form") -> Form:
    """A form from what TOML (or any other table) says; raises `FormError` with everything that is wrong."""
    found: list[str] = []
    questions = tuple(_question(entry, choices or {}, found) for entry in written.get("questions", []))
    try:
        form = _form(written, tuple(question for question in questions if question))
    except (KeyError, ValueError) as wrong:
        raise FormError(source, [*found, _cause(wrong)]) from wrong
    found += faults(form)
    if found:
        raise FormError(source, found)
    return form


def _form(written: Mapping[str, Any], questions: tuple[Question, ...]) -> Form:
    _check_fields(written, FORM_FIELDS)
    return Form(
        key=written["key"],
        version=written["version"],
        title=written["title"],
        intro=_paragraphs(written["intro"]),
        minutes=written["minutes"],
        audience=tuple(written["audience"]),
        questions=questions,
        sections=tuple(Section(entry["key"], entry["title"]) for entry in written.get("sections", [])),
    )


def _question(written: Mapping[str, Any], choices: Choices, found: list[str]) -> Question | None:
    """The question, or None with the cause added to `found`."""
    try:
        _check_fields(written, QUESTION_FIELDS)
        _check_fields(written.get("limits", {}), LIMIT_FIELDS)
        return Question(
            key=written["key"],
            kind=Kind(written["kind"]),
            text=_paragraphs(written["text"]),
            options=_options(written.get("options", []), choices),
            limits=_limits(written),
            when=_condition(written),
            **{name: written[name] for name in PLAIN_FIELDS if name in written},
        )
    except (KeyError, ValueError) as wrong:
        found.append(f"question {written.get('key', '?')!r}: {_cause(wrong)}")
    return None


def _cause(wrong: Exception) -> str:
    return f"field {wrong} is missing" if isinstance(wrong, KeyError) else str(wrong)


def _check_fields(written: Mapping[str, Any], fields: Mapping[str, tuple[type, ...]]) -> None:
    for name, value in written.items():
        if name not in fields:
            raise ValueError(f"unknown field {name!r}")
        if type(value) not in fields[name]:
            wanted = " or ".join(kind.__name__ for kind in fields[name])
            raise ValueError(f"field {name!r} must be {wanted}, not {value!r}")


def _paragraphs(text: str) -> str:
    """Lines of one paragraph are joined; an empty line parts paragraphs."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _options(written: str | list[dict[str, Any]], choices: Choices) -> tuple[Option, ...]:
    if isinstance(written, str):
        if written not in choices:
            raise ValueError(f"there is no shared list of options {written!r}")
        written = choices[written]
    for entry in written:
        _check_fields(entry, OPTION_FIELDS)
    return tuple(Option(entry["key"], entry["label"], tuple(entry.get("also", []))) for entry in written)


def _limits(written: Mapping[str, Any]) -> Limits:
    usual: dict[str, Any] = {
        Kind.LONG_TEXT: {"max_length": 2000},
        Kind.SCALE: {"minimum": 1, "maximum": 10},
    }.get(written["kind"], {})
    limits = usual | written.get("limits", {})
    return Limits(**limits | ({"accepts": tuple(limits["accepts"])} if "accepts" in limits else {}))


def _condition(written: Mapping[str, Any]) -> Condition:
    return parse(written["when"]) if "when" in written else Always()
