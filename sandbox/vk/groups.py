"""`groups.getById`, `groups.getTokenPermissions` and `users.get`."""

import re
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.community import ADMINISTRATOR
from sandbox.vk.errors import VkError
from sandbox.vk.shapes import person_object
from sandbox.vk.state import RIGHTS
from sandbox.world import Person

MOST_USERS = 1000


def get_by_id(call: Call) -> dict[str, Any]:
    """This community; error 125 for any other."""
    state = call.community.state
    named = call.params.text("group_ids") or call.params.text("group_id") or state.screen_name
    if any(name.strip() not in {str(state.id), state.screen_name} for name in named.split(",")):
        raise VkError(125)
    group = {
        "id": state.id,
        "name": state.name,
        "screen_name": state.screen_name,
        "is_closed": 0,
        "type": "group",
    }
    return {"groups": [group], "profiles": []}


def get_token_permissions(call: Call) -> dict[str, Any]:
    granted = [{"name": name, "setting": RIGHTS[name]} for name in call.community.state.rights]
    return {"mask": sum(RIGHTS[name] for name in call.community.state.rights), "permissions": granted}


def get_users(call: Call) -> list[dict[str, Any]]:
    """Known people in the order asked; error 113 for what is no user id."""
    if not call.params.given("user_ids"):
        return []
    names = [name.strip() for name in call.params.text("user_ids").split(",")]
    matches = [re.fullmatch(r"(?:id)?(\d{1,18})", name) for name in names]
    if len(names) > MOST_USERS or None in matches:
        raise VkError(113)
    people = [_person(call, int(match[1])) for match in matches if match]
    return [person_object(person) for person in people if person]


def _person(call: Call, user_id: int) -> Person | None:
    if user_id == ADMINISTRATOR:
        return Person("vk", ADMINISTRATOR, "Администратор Сообщества")
    return call.community.world.person("vk", user_id)
