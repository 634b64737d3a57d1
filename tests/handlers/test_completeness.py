"""Nothing hangs in the air: filters are asynchronous, buttons have handlers, decisions have a way back."""

import ast
import inspect
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

from domain.notices import COURTESY, News
from domain.reminders import Kind
from handlers import routers
from handlers.notices import PARTS
from handlers.roadmap.news import KINDS as ROADMAP_KINDS
from handlers.undo import REVERSALS
from locales import Texts
from tests.client import Town
from tests.scenes import founded

HANDLERS = Path(inspect.getfile(routers)).parent


def all_routers() -> Iterator[Router]:
    for router in routers():
        yield from router.chain_tail


def registered() -> Iterator[HandlerObject]:
    for router in all_routers():
        for observer in (router.message, router.callback_query, router.my_chat_member):
            yield from observer.handlers


def callback_classes(base: type = CallbackData) -> Iterator[type[CallbackData]]:
    for each in base.__subclasses__():
        if each.__module__.startswith("handlers."):
            yield each
        yield from callback_classes(each)


def nodes() -> Iterator[ast.AST]:
    for file in HANDLERS.rglob("*.py"):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


@cache
def screens() -> set[str]:
    """The words of `Go` that handlers ask for."""
    return {
        str(node.comparators[0].value)
        for node in nodes()
        if isinstance(node, ast.Compare) and ast.unparse(node.left) == "F.to"
        if isinstance(node.comparators[0], ast.Constant)
    }


def test_every_filter_is_asynchronous() -> None:
    filters = [each for handler in registered() for each in (handler.filters or [])]
    assert filters
    assert not [each for each in filters if not each.awaitable]


def test_every_handler_is_asynchronous() -> None:
    assert all(handler.awaitable for handler in registered())


def test_every_button_has_a_handler() -> None:
    filters = [each.callback for handler in registered() for each in (handler.filters or [])]
    handled = {each.callback_data for each in filters if isinstance(each, CallbackQueryFilter)}
    assert handled >= set(callback_classes())


def test_prefixes_of_buttons_differ() -> None:
    prefixes = Counter(each.__prefix__ for each in callback_classes())
    assert not [prefix for prefix, count in prefixes.items() if count > 1]


def test_every_screen_named_by_a_button_is_served() -> None:
    """Each `Go(to="…")` in the code has a handler that asks for that very word."""
    wanted = {
        keyword.value.value
        for node in nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Go"
        for keyword in node.keywords
        if isinstance(keyword.value, ast.Constant)
    }
    assert wanted and not wanted - screens()


@pytest.mark.parametrize("kind", [*Kind, *(kind for kind in News if kind is not News.CURRENT_SCREEN)])
def test_every_kind_of_notice_can_be_told(kind: str) -> None:
    assert kind in PARTS or kind in ROADMAP_KINDS
    assert kind in COURTESY


def test_every_decision_has_a_way_back() -> None:
    calls = [
        node
        for file in HANDLERS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "decided"
    ]
    kinds = {str(call.args[1].value) for call in calls if isinstance(call.args[1], ast.Constant)}
    assert kinds and kinds <= set(REVERSALS)


async def test_a_stale_button_of_any_class_gets_a_sentence_and_a_menu(town: Town, platform: str) -> None:
    """A press whose conversation is over is answered kindly, whatever it was."""
    curator = await founded(town, platform)
    await curator.says("меню")
    await curator.presses("Назад")
    assert "Вы уже ответили" in curator.sees()
    assert "Исправить ответ" in curator.answer[-1]["buttons"][0]


def test_each_way_back_is_told_in_words_of_its_own() -> None:
    told = {kind: Texts.load("ru")("undone", what=kind) for kind in REVERSALS}
    assert not [words for words, count in Counter(told.values()).items() if count > 1]
