"""Scenes that many scenarios begin with: a curator with her organisation, colleagues with their questionnaires."""

from tests.client import Person, Town


async def founded(town: Town, platform: str, name: str = "Смирнова Ольга Ивановна", **answers: str) -> Person:
    """A curator who has just taken her organisation."""
    curator = await founding(town, platform, name, **answers)
    return await curator.presses("Отправить анкету")


async def founding(town: Town, platform: str, name: str = "Смирнова Ольга Ивановна", **answers: str) -> Person:
    """A curator before her answers about the organisation, ready to be sent."""
    curator = await town.person(name.split()[1], platform)
    await curator.says("/start")
    await curator.says(answers.get("code") or await town.curator_code())
    await curator.presses("Даю согласие")
    await curator.presses("Начать анкету")
    await curator.presses(answers.get("level", "Одна организация"))
    await curator.says(answers.get("organisation", "Детский сад № 8"))
    await curator.presses(answers.get("timezone", "Москва"))
    await curator.presses(answers.get("period", "Учебный 2026/2027"))
    await curator.says("Лиманская Галина Николаевна")
    if "Пропустить" in await curator.offered():
        await curator.presses("Пропустить")
    return await curator.says(name)


async def invitation(curator: Person, platform: str, whom: str = "Педагогов") -> str:
    """The link that opens the curator's invitation in a messenger."""
    await curator.says("меню")
    await curator.presses("Пригласить")
    await curator.presses(whom)
    return next(word for word in curator.sees().split() if {"telegram": "t.me", "vk": "vk.me"}[platform] in word)


async def guest(town: Town, curator: Person, name: str, platform: str) -> Person:
    """Somebody who has opened the invitation and sees the welcome."""
    person = await town.person(name, platform)
    return await person.opens(await invitation(curator, platform))


async def consented(town: Town, curator: Person, name: str, platform: str) -> Person:
    """Somebody who has given the consent and is asked for the role."""
    person = await guest(town, curator, name, platform)
    for label in ("Начать", "Да, мне есть 18", "Даю согласие"):
        await person.presses(label)
    return person


async def participant(town: Town, curator: Person, name: str, platform: str, role: str) -> Person:
    """Somebody who has sent the questionnaire as «Наставником», «Наставляемым» or «И тем, и другим»."""
    person = await consented(town, curator, name, platform)
    await person.presses(role)
    await fill_in(person, name)
    return person


async def fill_in(person: Person, name: str) -> None:
    """Answer whatever is asked in the plainest way, and send every form that comes."""
    for _ in range(60):
        text, labels = person.sees(), await person.offered()
        if "Начать анкету" in labels:
            await person.presses("Начать анкету")
        elif "Отправить анкету" in labels:
            await person.presses("Отправить анкету")
        elif "Вопрос " not in text:
            return
        else:
            await answer_plainly(person, name, text, labels)
    raise AssertionError("the form does not end")


async def answer_plainly(person: Person, name: str, text: str, labels: list[str]) -> None:
    ticks = [label for label in labels if label.startswith("☐")]
    if "зовут" in text:
        await person.says(name)
    elif "работаете?" in text:
        await person.says("Воспитатель")
    elif ticks:
        await person.presses(ticks[0])
        await person.presses("Готово")
    elif "Пропустить" in labels:
        await person.presses("Пропустить")
    elif labels and labels[0] not in {"Назад", "В начало"}:
        await person.presses(labels[min(1, len(labels) - 2)])
    else:
        await person.says("5")
