"""The columns of the programme's registers, kept as data in ``columns.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

FILE = Path(__file__).with_name("columns.toml")

Kind = Literal["text", "date", "number", "phone"]


class Column(NamedTuple):
    """One column of a list: which value it shows, under which heading, how wide (in characters), as what."""

    key: str
    heading: str
    width: float
    kind: Kind


class Register(NamedTuple):
    """A list that the programme keeps: its title and its columns."""

    title: str
    columns: tuple[Column, ...]


@cache
def registers() -> dict[str, Register]:
    """All registers by name, as ``mentors`` or ``partners``."""
    entries = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Register(entry["title"], tuple(Column(**column) for column in entry["columns"]))
        for name, entry in entries.items()
    }


def register(name: str) -> Register:
    """One register; raises ``KeyError`` for an unknown name."""
    return registers()[name]
