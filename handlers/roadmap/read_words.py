"""What was understood of a roadmap, in words: rows and dues in numbers, its period, its people."""

from collections.abc import Sequence
from datetime import date

from domain.roadmap.wording import fold
from handlers.roadmap.reading import NO_PERIOD, Understood
from handlers.roadmap.wording import title_of
from handlers.row_words import short
from handlers.visit import Scene
from storage.models import Milestone, Roadmap

PEOPLE_SHOWN = 6


def counted(scene: Scene, roadmap: Roadmap, numbers: Understood) -> str:
    texts = scene.texts
    parts = [
        texts("roadmap-read-dated", count=numbers.dated),
        texts("roadmap-read-throughout", count=numbers.throughout) if numbers.throughout else "",
        texts("roadmap-read-on-request", count=numbers.on_request) if numbers.on_request else "",
        texts("roadmap-read-undated", count=numbers.undated) if numbers.undated else "",
    ]
    return "\n".join(
        part
        for part in (
            texts(
                "roadmap-read" if roadmap.origin == "paper" else "next-made",
                title=title_of(texts, roadmap),
                rows=numbers.rows,
                sections=numbers.sections,
            ),
            texts("roadmap-read-dues", parts=", ".join(part for part in parts if part)),
            texts("roadmap-read-joined", count=numbers.joined) if numbers.joined else "",
        )
        if part
    )


def period_words(scene: Scene, roadmap: Roadmap) -> str | None:
    if roadmap.starts is None or roadmap.ends is None:
        return None
    named = all(finding["code"] != NO_PERIOD for finding in roadmap.findings)
    days = {"start": with_year(scene, roadmap.starts), "end": with_year(scene, roadmap.ends)}
    return scene.texts("roadmap-read-period" if named else "roadmap-read-no-period", **days)


def with_year(scene: Scene, day: date) -> str:
    return scene.texts("date-day-year", day=day.day, month=day.month, year=str(day.year))


def people_words(scene: Scene, milestones: Sequence[Milestone]) -> str | None:
    alike: dict[str, str] = {}
    for name in (name for each in milestones for name in each.responsible):
        alike.setdefault(fold(name), name)
    names = list(alike.values())
    if not names:
        return None
    shown = ", ".join(short(name, 60) for name in names[:PEOPLE_SHOWN])
    return scene.texts("roadmap-read-people", names=shown, rest=len(names) - len(names[:PEOPLE_SHOWN]))
