"""The community as all methods see it: its chats, its events, and whom it may write to."""

import secrets
from typing import Any

from sandbox.vk.errors import VkError
from sandbox.vk.state import CommunityState, Press
from sandbox.world import Chat, Message, World

GROUP_CHATS = 2_000_000_000  # peer ids of group chats begin after it
HISTORY = 1000  # events that an old `ts` may be behind
ADMINISTRATOR = 900  # user id of the administrator who answers by hand
ANSWER_WITHIN = 60  # real seconds in which a press of a callback button may be answered


class Community:
    def __init__(self, world: World) -> None:
        self.world = world
        self.state = world.part("vk", CommunityState)

    @property
    def id(self) -> int:
        return self.state.id

    def chat(self, peer_id: int) -> Chat | None:
        return self.world.chat("vk", peer_id)

    def may_write(self, peer_id: int) -> Chat:
        """The chat of a peer; errors 18 (deleted), 901 (no permission), 917 (no such group chat)."""
        chat, person = self.chat(peer_id), self.world.person("vk", peer_id)
        if chat is None:
            raise VkError(917 if peer_id > GROUP_CHATS else 901)
        if person is not None and person.deactivated:
            raise VkError(18)
        if chat.blocked or not chat.started:
            raise VkError(901)
        return chat

    def own(self, message: Message) -> bool:
        return message.sender == -self.id

    def check_group(self, group_id: int) -> None:
        """Error 125 for any community but this one."""
        if group_id != self.id:
            raise VkError(125)

    def refuse(self, method: str, peer: int | None = None) -> None:
        """Raise the error that was asked for, if one waits for this method and peer."""
        for refusal in self.state.refusals:
            if refusal.method == method and refusal.peer == peer:
                refusal.count -= 1
                if refusal.count <= 0:
                    self.state.refusals.remove(refusal)
                raise captcha() if refusal.code == 14 else VkError(refusal.code)

    def tell(self, kind: str, content: dict[str, Any]) -> None:
        """Put an event into the long poll, unless the settings leave its kind out."""
        if kind not in self.state.longpoll.events:
            return
        self.add_event(
            {
                "group_id": self.id,
                "type": kind,
                "event_id": secrets.token_hex(20),
                "v": self.state.longpoll.version,
                "object": content,
            }
        )

    def add_event(self, event: dict[str, Any]) -> None:
        feed = self.state.feed
        feed.last += 1
        feed.events.append(event)
        del feed.events[:-HISTORY]
        self.world.bell.ring()

    def note_press(self, press: Press) -> str:
        """Remember a press until it can no longer be answered; returns its event id."""
        fresh = {key: p for key, p in self.state.presses.items() if p.at > press.at - ANSWER_WITHIN}
        event_id = secrets.token_hex(6)
        self.state.presses = {**fresh, event_id: press}
        return event_id


def captcha() -> VkError:
    return VkError(14, captcha_sid="239633676097", captcha_img="https://api.vk.ru/captcha.php?sid=239633676097")
