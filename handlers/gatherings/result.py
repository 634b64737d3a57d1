"""The result of a gathering for its curator: in the chat with figures for the protocol, or as tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.forms import Answer, Kind
from domain.people import Action
from domain.polls import Tally
from handlers.filters import May
from handlers.gatherings.answers import Answered, answered, arrived, wanting
from handlers.gatherings.board import gathering_of, gone
from handlers.gatherings.card import card, heading
from handlers.gatherings.papers import title, ways_back
from handlers.gatherings.press import Attach, Result
from handlers.people.answers import cell
from handlers.screen import Screen, button, escape, lines, rows
from handlers.status import short_list
from handlers.visit import Scene, Visit
from handlers.workplace import posts_here
from storage.models import Gathering

router = Router(name="gatherings_result")

NUMBER_WIDTH, NAME_WIDTH, POST_WIDTH, TIME_WIDTH, ANSWER_WIDTH = 6, 34, 26, 12, 30


@router.callback_query(Result.filter(), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, callback_data: Result, visit: Visit) -> Screen:
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    return await tables(visit, gathering) if callback_data.tables else await words(visit, gathering)


async def words(scene: Scene, gathering: Gathering) -> Screen:
    """How many came, what they answered, who wants to be a mentor."""
    found = await answered(scene, gathering)
    willing = await wanting(scene, gathering)
    return Screen(
        lines(
            await heading(scene, gathering),
            await protocol(scene, gathering),
            "\n".join(line for each in found.tallies if (line := told(scene, each))) if found.total else None,
            scene.texts("gathering-willing") + "\n" + short_list(scene, willing) if willing else None,
        ),
        (
            *rows(button(scene.texts("gathering-attach"), Attach(gathering=gathering.id))),
            *rows(*ways_back(scene, gathering), width=2),
        ),
    )


async def protocol(scene: Scene, gathering: Gathering) -> str:
    """One sentence with the figures that a protocol needs."""
    found = await answered(scene, gathering)
    came = await scene.storage.gatherings.count(gathering.id)
    if gathering.survey_id is None:
        return scene.texts("gathering-protocol-plain", came=came)
    return scene.texts(
        "gathering-protocol",
        came=came,
        answered=found.total,
        unnamed=found.unnamed,
        willing=found.willing,
        percent=round(100 * found.willing / found.total) if found.total else 0,
    )


def told(scene: Scene, tally: Tally) -> str:
    """«Стать наставником: Да, хочу — 5 · Подумаю — 2»; answers that nobody gave are left out."""
    given = [f"{escape(label(scene, tally, key))} — {count}" for key, count in tally.counts if count]
    return f"<b>{escape(tally.question.name)}</b>: {' · '.join(given)}" if given else ""


def label(scene: Scene, tally: Tally, key: str) -> str:
    """An answer in words, plain."""
    if tally.question.kind is Kind.YES_NO:
        return scene.texts(f"form-button-{key}")
    option = tally.question.option(key)
    return option.label if option is not None else key


async def tables(visit: Visit, gathering: Gathering) -> Screen:
    """A table of the people, and one of the answers where something was asked."""
    found = await answered(visit, gathering)
    people = await arrived(visit, gathering)
    if not people and not found.total:
        return await card(visit, gathering, first=visit.texts("gathering-nobody"))
    papers = [await people_table(visit, gathering, found)] if people else []
    if found.total:
        papers.append(await counts_table(visit, gathering, found))
    return Screen(
        visit.texts("gathering-tables-sent"), rows(*ways_back(visit, gathering), width=2), papers=tuple(papers)
    )


async def people_table(scene: Scene, gathering: Gathering, found: Answered) -> Paper:
    asked = found.form.questions if gathering.survey_id is not None else ()
    texts = scene.texts
    columns: list[tuple[str, str, int, str]] = [
        ("number", texts("gathering-column-number"), NUMBER_WIDTH, "number"),
        ("name", texts("gathering-column-name"), NAME_WIDTH, "text"),
        ("post", texts("gathering-column-post"), POST_WIDTH, "text"),
        ("came", texts("gathering-column-came"), TIME_WIDTH, "text"),
        *((question.key, question.name, ANSWER_WIDTH, "text") for question in asked),
    ]
    people = await arrived(scene, gathering)
    posts = await posts_here(scene, [person for person, _ in people])
    return await table(
        scene,
        gathering,
        texts("gathering-paper-people", kind=gathering.kind),
        columns,
        [
            {"number": number, "name": person.name, "post": posts[person.id], "came": at}
            | cells(scene, found, found.named.get(person.id, {}))
            for number, (person, at) in enumerate(people, 1)
        ],
    )


def cells(scene: Scene, found: Answered, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """One person's answers by question."""
    told: dict[str, Any] = {}
    for question in found.form.questions:
        answer = answers.get(question.key)
        value = cell(question, answer) if answer is not None else None
        if isinstance(value, bool):
            value = scene.texts(f"form-button-{'yes' if value else 'no'}")
        told[question.key] = value
    return told


async def counts_table(scene: Scene, gathering: Gathering, found: Answered) -> Paper:
    texts = scene.texts
    return await table(
        scene,
        gathering,
        texts("gathering-paper-counts", kind=gathering.kind),
        [
            ("question", texts("gathering-column-question"), 44, "text"),
            ("answer", texts("gathering-column-answer"), 40, "text"),
            ("count", texts("gathering-column-count"), 12, "number"),
        ],
        [
            {"question": each.question.text, "answer": label(scene, each, key), "count": count}
            for each in found.tallies
            for key, count in each.counts
        ],
    )


async def table(
    scene: Scene,
    gathering: Gathering,
    name: str,
    columns: Sequence[tuple[str, str, int, str]],
    filled: Sequence[Mapping[str, Any]],
) -> Paper:
    return Paper(
        "list_xlsx",
        name,
        {
            "title": await title(scene, gathering),
            "note": await protocol(scene, gathering),
            "columns": [tuple(column) for column in columns],
            "rows": list(filled),
        },
    )
