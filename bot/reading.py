"""The commands ``due`` and ``roadmap``: read, and show what was understood; they need no messenger."""

from datetime import date
from pathlib import Path
from typing import Any

from documents.readers import Unreadable, read
from domain import roadmap
from locales import Texts


class NotRead(ValueError):
    """The file is not a roadmap that can be read; the text is one line for a person."""


def due_as_json(phrase: str, start: date, end: date) -> dict[str, Any]:
    """One due phrase within a programme period."""
    return roadmap.due_as_json(roadmap.read_due(phrase, roadmap.Period(start, end)))


def roadmap_as_json(file: Path, period: tuple[date, date] | None) -> dict[str, Any]:
    """A roadmap file as plain data; ``period`` overrides what the document says of itself."""
    return roadmap.roadmap_as_json(roadmap_of(file, period), Texts.load())


def roadmap_of(file: Path, period: tuple[date, date] | None) -> roadmap.Roadmap:
    """A roadmap file as it is understood; raises ``NotRead``."""
    texts = Texts.load()
    try:
        source = read(file.name, file.read_bytes())
        return roadmap.read(source, period=roadmap.Period(*period) if period else None)
    except Unreadable as error:
        raise NotRead(texts(f"problem-{error.code}")) from error
    except roadmap.NotARoadmap as error:
        raise NotRead(texts("command-not-a-roadmap")) from error


def roadmap_as_text(result: dict[str, Any]) -> str:
    """The same for a person: rows by section, then what is doubtful."""
    texts = Texts.load()
    lines = [result["title"] or "", texts("command-rows", count=len(result["rows"]))]
    section = None
    for position, row in enumerate(result["rows"], start=1):
        if row["section"] != section:
            section = row["section"]
            lines += ["", section] if section else [""]
        due = row["due"]
        dates = "–".join(dict.fromkeys(day for day in (due["start"], due["end"]) if day))
        lines.append(f"{row['number'] or position}. {row['activity']}")
        lines.append(f"   {due['phrase'] or '—'} → {due['kind']} {dates} · {', '.join(row['responsible'])}")
    if result["findings"]:
        lines += ["", texts("command-doubts")]
        lines += [f"• {finding['text']}" for finding in result["findings"]]
    return "\n".join(lines)
