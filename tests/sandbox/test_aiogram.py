"""aiogram works with the Telegram stand-in as with the real service."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from tests.sandbox.play import Play

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


@pytest.fixture
async def bot(play: Play) -> AsyncIterator[Bot]:
    bot = Bot(play.token, session=AiohttpSession(api=TelegramAPIServer.from_base(play.base)))
    yield bot
    await bot.session.close()


async def test_a_conversation_by_polling(play: Play, bot: Bot) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def greet(message: Message) -> None:
        await message.answer(f"<i>{message.text}</i>", parse_mode="HTML", reply_markup=YES)

    @dispatcher.callback_query()
    async def agree(query: CallbackQuery) -> None:
        await query.answer("Спасибо")
        assert isinstance(query.message, Message)
        await query.message.edit_text("Записала")

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    person = await play.person(started=False)
    (answer,) = await play.post(f"telegram/{person}/say?wait=10", text="/start")
    assert (answer["text"], answer["spans"][0]["italic"]) == ("/start", True)
    (answer,) = await play.post(f"telegram/{person}/press?wait=10", label="Да")
    assert (answer["text"], answer["buttons"]) == ("Записала", [])
    await dispatcher.stop_polling()
    await polling


async def test_files_both_ways(play: Play, bot: Bot) -> None:
    person = await play.person()
    sent = await bot.send_document(person, BufferedInputFile(b"123", "приказ.docx"), caption="Вот")
    assert sent.document is not None
    assert (sent.document.file_name, sent.caption) == ("приказ.docx", "Вот")
    content = await bot.download(sent.document)
    assert content is not None
    assert content.read() == b"123"


async def test_errors_are_aiograms_own(play: Play, bot: Bot) -> None:
    person = await play.person()
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await bot.send_message(person, "<b>x", parse_mode="HTML")
    await play.post("faults", platform="telegram", kind="429", count=1)
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(person, "x")
    await play.post(f"telegram/{person}/block")
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(person, "x")


async def test_what_the_bot_says_about_itself(bot: Bot) -> None:
    assert await bot.set_my_commands([BotCommand(command="start", description="Начать")])
    (command,) = await bot.get_my_commands()
    assert (command.command, command.description) == ("start", "Начать")
    assert await bot.set_my_description("Веду программу наставничества")
    assert await bot.set_my_short_description("Наставник")
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
