"""«Куда мне писать»: which of her messengers the person is written to in; what she has begun goes on there."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.notices import News
from handlers import questionnaire
from handlers.callbacks import Go
from handlers.filters import Known
from handlers.part import Part
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Account, Notice

router = Router(name="more_messenger")

ACCOUNTS_SHOWN = 4


class WriteTo(CallbackData, prefix="writeto"):
    """Write to this account from now on."""

    account: int


@router.callback_query(Go.filter(F.to == "where-to-write"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await choice(visit)


async def choice(visit: Visit, first: str | None = None) -> Screen:
    """Where she is written to now, her other messengers, and the way to join one more."""
    accounts = await visit.storage.people.accounts(visit.person.id)
    several = len(visit.addresses.templates) > 1
    return Screen(
        lines(first, "\n".join(line(visit, account, first=not number) for number, account in enumerate(accounts))),
        rows(
            *(
                button(visit.texts("messenger-choose", place=name_of(visit, account)), WriteTo(account=account.id))
                for account in accounts[1:ACCOUNTS_SHOWN]
                if account.reachable
            ),
            button(visit.texts("more-messenger"), Go(to="other-messenger")) if several else None,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def line(scene: Scene, account: Account, *, first: bool) -> str:
    state = "closed" if not account.reachable else "now" if first else "too"
    return scene.texts("messenger-line", place=name_of(scene, account), state=state)


def name_of(scene: Scene, account: Account) -> str:
    return scene.texts("messenger-name", platform=account.platform)


@router.callback_query(WriteTo.filter(), Known())
async def choose(query: CallbackQuery, callback_data: WriteTo, visit: Visit) -> Screen:
    accounts = await visit.storage.people.accounts(visit.person.id)
    chosen = next((each for each in accounts if each.id == callback_data.account and each.reachable), None)
    if chosen is None or chosen.id == visit.person.preferred_account_id:
        return await choice(visit)
    await write_to(visit, chosen)
    return await choice(visit, visit.texts("messenger-chosen", place=name_of(visit, chosen)))


async def write_to(visit: Visit, account: Account) -> None:
    """From now on there; a first word goes there at once."""
    visit.person.preferred_account_id = account.id
    await visit.storage.notices.add(
        visit.person.id,
        News.WRITES_HERE,
        f"here:{account.id}:{visit.now.isoformat()}:person:{visit.person.id}",
        visit.now,
        visit.now,
        organisation_id=visit.here,
        subject={"account": account.id},
    )


async def here_part(scene: Scene, notice: Notice) -> Part | None:
    """The first word in the messenger that was chosen: what was begun goes on here."""
    if scene.person.preferred_account_id != int(notice.subject["account"]):
        return None
    offer = await questionnaire.resume_offer(scene)
    if offer is None:
        return Part(scene.texts("messenger-here"), (button(scene.texts("home"), Go(to="home")),))
    return Part(lines(scene.texts("messenger-here"), offer.text), tuple(each for row in offer.rows for each in row))
