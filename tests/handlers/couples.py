"""A small cast for scenarios of pairs and meetings: a curator, mentors and mentees with sent questionnaires."""

from dataclasses import dataclass
from datetime import date

from domain.consents import By, ConsentKind
from domain.forms import load
from domain.people import Role
from domain.statuses import Status
from storage.models import Mentorship
from storage.storage import Storage
from tests.client import Person, Town

TOPICS = {Role.MENTOR: "competences", Role.MENTEE: "requests"}


@dataclass
class Cast:
    """Who plays; ``maria`` is a mentor, ``anna`` and ``vera`` are mentees."""

    town: Town
    curator: Person
    maria: Person
    anna: Person
    vera: Person


async def cast(town: Town, platform: str) -> Cast:
    """Everybody has come, given the consent and sent the questionnaire; no pair is made yet."""
    async with town.database.begin() as storage:
        now = town.world.clock.now
        organisation = await storage.organisations.add("Детский сад № 8", "Europe/Moscow", now)
        await storage.organisations.add_programme(organisation.id, date(2026, 9, 1), date(2027, 8, 31), now)
    return Cast(
        town,
        curator=await member(town, platform, "Смирнова Ольга Ивановна", Role.CURATOR),
        maria=await member(town, platform, "Иванова Мария Сергеевна", Role.MENTOR),
        anna=await member(town, platform, "Петрова Анна Олеговна", Role.MENTEE),
        vera=await member(town, platform, "Белова Вера Юрьевна", Role.MENTEE),
    )


async def member(town: Town, platform: str, name: str, *roles: Role, sent: bool = True) -> Person:
    """Somebody who takes part in these roles, with the questionnaire of each sent unless said otherwise."""
    person = await town.person(name.split()[1], platform)
    await person.says("/start")
    async with town.database.begin() as storage:
        await take_in(storage, town, person, name)
        for role in roles:
            await give_role(storage, town, person, role, sent=sent)
    return person


async def take_in(storage: Storage, town: Town, person: Person, name: str) -> None:
    now, organisation = town.world.clock.now, (await storage.organisations.all())[0]
    account = await storage.people.account(person.platform, person.id, now)
    kept = await storage.people.add_person(account, now)
    storage.people.rename(kept, name)
    kept.organisation_id, kept.post = organisation.id, "воспитатель"
    await storage.consents.give(
        kept.id, organisation.id, ConsentKind.PROCESSING, By.SELF, now, given_by=kept.id, account_id=account.id
    )


async def give_role(storage: Storage, town: Town, person: Person, role: Role, *, sent: bool) -> None:
    now, organisation = town.world.clock.now, (await storage.organisations.all())[0]
    programme = await storage.organisations.programme(organisation.id)
    person_id = (await storage.people.account(person.platform, person.id, now)).person_id or 0
    await storage.people.join(person_id, organisation.id, programme.id, role, now)
    if role not in TOPICS:
        return
    form = load(role)
    submission = await storage.forms.begin(person_id, organisation.id, programme.id, form.key, form.version, now)
    answer = {"chosen": ["planning"], "own": ""}
    await storage.forms.save(submission, TOPICS[role], answer, personal=False, now=now)
    submission.sent_at = now if sent else None


async def proposed(town: Town, platform: str) -> Cast:
    """The curator has proposed Мария and Анна to each other, and both have been told."""
    there = await cast(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Петрова", "Предложить"):
        await there.curator.presses(label)
    await town.turn(hours=1)
    return there


async def paired(town: Town, platform: str) -> Cast:
    """Мария and Анна agreed to their pair yesterday."""
    there = await cast(town, platform)
    async with town.database.begin() as storage:
        now, organisation = town.world.clock.now, (await storage.organisations.all())[0]
        programme = await storage.organisations.programme(organisation.id)
        accounts = [await storage.people.account(platform, who.id, now) for who in (there.maria, there.anna)]
        mentor, mentee = (account.person_id or 0 for account in accounts)
        made = await storage.mentorships.propose(organisation.id, programme.id, mentor, [mentee], mentor, now)
        assert isinstance(made, Mentorship)
        pair = await storage.mentorships.get(organisation.id, made.id)
        assert pair is not None
        for person in pair.people:
            storage.mentorships.answer(pair, person.id, now)
        made.status = Status.AGREED
    await town.turn(days=1)
    return there


async def meeting(town: Town, platform: str, words: str = "в четверг в 14") -> Cast:
    """Анна has set a meeting in words, and Мария has been told."""
    there = await paired(town, platform)
    await there.anna.says("меню")
    await there.anna.presses("Назначить встречу")
    await there.anna.says(words)
    await town.turn(minutes=1)
    return there


async def news(person: Person) -> str:
    """What the bot has written to the person unasked since she last looked."""
    return "\n".join(message["text"] for message in await person.reads())
