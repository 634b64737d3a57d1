"""The errors of the VK API, in its own words (VK API schema 5.199, `errors.json`)."""

from typing import Any

TEXTS = {
    1: "Unknown error occurred",
    3: "Unknown method passed",
    5: "User authorization failed",
    6: "Too many requests per second",
    7: "Permission to perform this action is denied",
    8: "Invalid request",
    9: "Flood control",
    10: "Internal server error",
    14: "Captcha needed",
    15: "Access denied",
    18: "User was deleted or banned",
    27: "Group authorization failed",
    29: "Rate limit reached",
    33: "Not implemented yet",
    100: "One of the parameters specified was missing or invalid",
    105: "Couldn't save file",
    113: "Invalid user id",
    118: "Invalid server",
    121: "Invalid hash",
    125: "Invalid group id",
    214: "Access to adding post denied",
    219: "Advertisement post was recently added",
    222: "Hyperlinks are forbidden",
    224: "Too many ads posts",
    900: "Can't send messages for users from blacklist",
    901: "Can't send messages for users without permission",
    902: "Can't send messages to this user due to their privacy settings",
    909: "Can't edit this message, because it's too old",
    910: "Can't sent this message, because it's too big",
    911: "Keyboard format is invalid",
    912: "This is a chat bot feature, change this status in settings",
    914: "Message is too long",
    917: "You don't have access to this chat",
    920: "Can't edit this kind of message",
    921: "Can't forward these messages",
    924: "Can't delete this message for everybody",
    925: "You are not admin of this chat",
    936: "Contact not found",
    940: "Too many posts in messages",
    944: "Limits overflow for this intent",
    945: "Chat was disabled",
    950: "Can't send message, reply timed out",
    984: "Can't send message: spam restriction",
    1012: "Writing is disabled for this chat",
    1051: "Method is not available for this profile type",
}


class VkError(Exception):
    """An error answer; `extra` are its fields beside the code and the text."""

    def __init__(self, code: int, detail: str = "", **extra: Any) -> None:
        self.code, self.extra = code, extra
        self.text = f"{TEXTS[code]}: {detail}" if detail else TEXTS[code]
        super().__init__(f"[{code}] {self.text}")


def invalid(detail: str) -> VkError:
    """Error 100: a parameter is missing or wrong; `detail` names it."""
    return VkError(100, detail)
