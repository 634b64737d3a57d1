"""Putting the organisation's questionnaire to work: its level, name, time zone, period, head, school holidays."""

from collections.abc import Mapping
from datetime import date

from domain.breaks import read_ranges
from domain.forms import Answer, Chosen
from domain.forms.organisation import period_of
from domain.people import Role
from domain.roadmap.levels import DISTRICT
from handlers.callbacks import Go
from handlers.district import settling
from handlers.district.naming import named
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.models import Organisation, Programme


async def apply(visit: Visit, answers: Mapping[str, Answer]) -> Screen:
    """Keep what the curator told, and lead her to the first step."""
    organisation = await visit.organisation()
    is_new = not organisation.name
    organisation.name = words(answers, "name")
    organisation.timezone = choice(answers, "timezone")
    organisation.head_name = words(answers, "head")
    programme = await visit.storage.organisations.programme(organisation.id)
    programme.starts, programme.ends = period_of(choice(answers, "period"))
    typed = words(answers, "holidays")
    ranges = read_ranges(typed, programme.starts, programme.ends) if typed else []
    await visit.storage.organisations.set_school_holidays(organisation.id, ranges or [])
    return first_step(
        visit,
        organisation,
        await set_level(visit, organisation, programme, choice(answers, "level")),
        await joined_line(visit, organisation) if is_new else None,
        holidays_line(visit, typed, ranges),
    )


def first_step(visit: Visit, organisation: Organisation, *remarks: str | None) -> Screen:
    """What is ready, what there is to know, and where to begin."""
    is_district = organisation.level == DISTRICT
    code = button(visit.texts("district-code"), Go(to="district-code"))
    invite = button(visit.texts("curator-invite"), Go(to="invite"))
    return Screen(
        lines(
            visit.texts("organisation-ready", organisation=named(organisation)),
            *remarks,
            visit.texts("district-step-roadmap" if is_district else "curator-step-roadmap"),
        ),
        rows(
            button(visit.texts("curator-roadmap"), Go(to="roadmap")),
            code if is_district else invite,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def joined_line(visit: Visit, organisation: Organisation) -> str | None:
    """An organisation that was founded inside a district gets the district's rows now that it has a name."""
    if organisation.parent_id is None:
        return None
    count = await settling.settle(visit, organisation)
    district = await visit.storage.organisations.get(organisation.parent_id)
    return visit.texts("district-joined", district=named(district), count=count)


async def set_level(visit: Visit, organisation: Organisation, programme: Programme, level: str) -> str | None:
    """Make it a district with its coordinator, or one organisation; what to say when it has to stay what it is."""
    if level == DISTRICT and organisation.parent_id is not None:
        return visit.texts("district-stays-inside")
    if level != DISTRICT and await visit.storage.districts.organisations(organisation.id):
        return visit.texts("district-stays")
    organisation.level = level
    if level == DISTRICT:
        await visit.storage.people.join(visit.person.id, organisation.id, programme.id, Role.COORDINATOR, visit.now)
    else:
        await visit.storage.districts.end_coordination(organisation.id, visit.now)
    visit.forget_roles()
    return None


def words(answers: Mapping[str, Answer], key: str) -> str:
    value = answers[key].value if key in answers else None
    return value if isinstance(value, str) else ""


def choice(answers: Mapping[str, Answer], key: str) -> str:
    value = answers[key].value
    if not isinstance(value, Chosen):
        raise TypeError(f"{key} is not a choice")
    return value.keys[0]


def holidays_line(visit: Visit, typed: str, ranges: list[tuple[date, date]] | None) -> str | None:
    """What was understood of the school holidays; nothing when she skipped the question."""
    if not typed:
        return None
    if not ranges:
        return visit.texts("organisation-holidays-unclear")
    days = ", ".join(f"{first:%d.%m}–{last:%d.%m}" for first, last in ranges)
    return visit.texts("organisation-holidays", days=days)
