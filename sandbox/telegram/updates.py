"""The queue of updates and getUpdates."""

from typing import Any

from sandbox.telegram.errors import ApiError
from sandbox.telegram.params import Params
from sandbox.telegram.state import Telegram

LONGEST_POLL = 50  # seconds, as the server's
UNASKED = ("chat_member", "message_reaction", "message_reaction_count")  # come only when listed


def push(telegram: Telegram, kind: str, content: dict[str, Any]) -> None:
    """Queue an update, unless the bot's last `allowed_updates` leaves its kind out."""
    state = telegram.state
    if kind not in state.allowed if state.allowed else kind in UNASKED:
        return
    state.last_update += 1
    state.updates.append({"update_id": state.last_update, kind: content})
    telegram.world.bell.ring()


async def get_updates(telegram: Telegram, params: Params) -> list[dict[str, Any]]:
    """Unconfirmed updates from `offset` on; what is before the offset is confirmed and forgotten.

    A second call ends the one that still waits with 409, as the server does.
    """
    state = telegram.state
    if state.webhook:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    if "allowed_updates" in params.values:
        state.allowed = [str(kind) for kind in params.array("allowed_updates", "String")]
    _confirm(telegram, params.integer("offset"))
    telegram.poll += 1
    number, timeout = telegram.poll, min(max(params.integer("timeout"), 0), LONGEST_POLL)
    await telegram.world.bell.until(lambda: bool(state.updates) or telegram.poll != number, timeout)
    if telegram.poll != number:
        raise ApiError(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        )
    limit = params.integer("limit", 100)
    return state.updates[: limit if 1 <= limit <= 100 else 100]


def _confirm(telegram: Telegram, offset: int) -> None:
    """Forget what is before `offset`; a negative one leaves the newest so many."""
    updates = telegram.state.updates
    if offset < 0:
        del updates[:offset]
    else:
        updates[:] = [update for update in updates if update["update_id"] >= offset]
    telegram.world.bell.ring()
