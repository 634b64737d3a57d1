"""Scenes with minors: a child at the door, the code in the child's chat, the parent who opens it."""

from tests.client import Person, Town
from tests.scenes import guest


async def child_at_the_door(
    town: Town, curator: Person, platform: str, age: str = "Мне ещё нет 14", name: str = "Петя"
) -> Person:
    """A minor who has opened the invitation and told the age; a pupil from fourteen on has consented too."""
    child = await guest(town, curator, name, platform)
    await child.presses("Начать")
    await child.presses(age)
    if "14–17" in age:
        await child.presses("Даю согласие")
    return child


async def code_of(child: Person, platform: str) -> str:
    """The link of that messenger in the code that the child shows."""
    await child.presses("Показать родителю")
    return next(word for word in child.sees().split() if {"telegram": "t.me", "vk": "vk.me"}[platform] in word)


async def opened_by_parent(town: Town, link: str, platform: str, name: str = "Ирина") -> Person:
    """A parent without anything to do with us so far, before the child's code."""
    return await opens_code(await town.person(name, platform), link)


async def opens_code(person: Person, link: str) -> Person:
    """Open a code's link; in a VK chat that is open already the code itself is sent."""
    await person.opens(link)
    return person if person.answer else await person.says(link.rpartition("=")[2])


async def consents(parent: Person, name: str = "Петрова Ирина Юрьевна") -> Person:
    """The parent agrees to everything that is asked and tells the name."""
    await parent.presses("Я родитель")
    if "Сначала о Вас" in parent.sees():
        await parent.presses("Даю согласие")
    await parent.presses("Даю согласие за ребёнка")
    return await parent.says(name) if "как Вас зовут" in parent.sees() else parent
