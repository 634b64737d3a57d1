"""What the bot says about itself, its commands, and the webhook, which the stand-in stores and never calls."""

import re
from typing import Any

from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.objects import Json, me
from sandbox.telegram.params import Params
from sandbox.telegram.state import Telegram

MOST_COMMANDS = 100
LONGEST = {"description": 512, "short_description": 120}


async def get_me(telegram: Telegram, params: Params) -> Json:
    return me(telegram)


async def set_my_commands(telegram: Telegram, params: Params) -> bool:
    commands = params.array("commands", "BotCommand")
    if len(commands) > MOST_COMMANDS:
        raise ApiError(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        _check_command(command)
    telegram.state.commands[_place(params)] = commands
    return True


async def get_my_commands(telegram: Telegram, params: Params) -> list[dict[str, str]]:
    return telegram.state.commands.get(_place(params), [])


async def delete_my_commands(telegram: Telegram, params: Params) -> bool:
    telegram.state.commands.pop(_place(params), None)
    return True


async def set_my_description(telegram: Telegram, params: Params) -> bool:
    return _describe(telegram, params, "description")


async def set_my_short_description(telegram: Telegram, params: Params) -> bool:
    return _describe(telegram, params, "short_description")


async def set_webhook(telegram: Telegram, params: Params) -> bool:
    telegram.state.webhook = params.text("url")
    return True


async def delete_webhook(telegram: Telegram, params: Params) -> bool:
    telegram.state.webhook = ""
    if params.flag("drop_pending_updates"):
        telegram.state.updates.clear()
    return True


async def get_webhook_info(telegram: Telegram, params: Params) -> Json:
    state = telegram.state
    return {
        "url": state.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates),
    }


def _check_command(command: Any) -> None:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
        raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", "")).strip()) <= 256:
        raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")


def _place(params: Params) -> str:
    """Commands are kept apart by scope and language."""
    scope = params.decoded("scope", "BotCommandScope") or {"type": "default"}
    return f"{sorted(scope.items())} {params.text('language_code')}"


def _describe(telegram: Telegram, params: Params, name: str) -> bool:
    text = params.text(name)
    if len(text) > LONGEST[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    telegram.state.descriptions[f"{name} {params.text('language_code')}"] = text
    return True
