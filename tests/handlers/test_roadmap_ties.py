"""Who stands behind the responsible names of a roadmap: several people, roles, what the paper probably means."""

from tests.client import Person, Town
from tests.handlers.plans import opens_names, opens_row, switched_on, ties
from tests.scenes import participant

OLGA, ANNA, VERA = "Смирнова Ольга Ивановна", "Петрова Анна Сергеевна", "Алексеева Вера Павловна"


async def with_colleagues(town: Town, platform: str) -> tuple[Person, Person, Person]:
    """A curator whose year is on, and two mentors, one of whom the paper names."""
    curator = await switched_on(town, platform)
    vera = await participant(town, curator, VERA, "vk", "Наставником")
    anna = await participant(town, curator, ANNA, platform, "Наставником")
    return curator, anna, vera


def both(who: list[str]) -> dict[str, list[str]]:
    """The two spellings of one name in the paper, which are tied together."""
    return {"Петрова А.С.": who, "петрова А.С.": who}


async def words(person: Person) -> str:
    return "\n".join(message["text"] for message in await person.reads())


async def test_several_people_are_ticked_the_likely_one_first(town: Town, platform: str) -> None:
    curator, _, _ = await with_colleagues(town, platform)
    await opens_names(curator)
    await curator.presses("Петрова А.С.")
    assert (await curator.offered())[:3] == [f"☐ {ANNA}", "☐ Это я", f"☐ {VERA}"]
    await curator.presses(f"☐ {ANNA}")
    await curator.presses(f"☐ {VERA}")
    assert f"Сейчас: {ANNA}, {VERA}" in curator.sees()
    assert await ties(town) == both([ANNA, VERA])
    await curator.presses("Отменить")
    assert await ties(town) == both([ANNA])
    await opens_names(curator)
    for label in ("Петрова А.С.", f"☑ {ANNA}", "Готово"):
        await curator.presses(label)
    assert await ties(town) == {}


async def test_a_role_answers_through_whoever_holds_it(town: Town, platform: str) -> None:
    curator, _, vera = await with_colleagues(town, platform)
    await opens_names(curator)
    for label in (
        "Петрова А.С.",
        "Роли",
        "☐ все наставники",
        "Готово",
        "Директор",
        "Роли",
        "☐ руководитель",
        "Готово",
    ):
        await curator.presses(label)
    assert "Директор — руководитель (пока никого)" in curator.sees()
    assert "Петрова А.С. — все наставники" in curator.sees()
    assert await ties(town) == both(["mentor"]) | {"Директор": ["head"]}
    await opens_row(curator, "1.2")
    assert f"Ответственные: Петрова А.С. ({VERA}, {ANNA})" in curator.sees()
    await vera.says("меню")
    await vera.presses("Мои дела")
    assert "Формирование базы наставников" in vera.sees()


async def test_what_is_clear_is_tied_in_one_tap_and_untied_in_another(town: Town, platform: str) -> None:
    curator, _, _ = await with_colleagues(town, platform)
    await opens_names(curator)
    assert f"Петрова А.С. — пока никто. Похоже, это {ANNA}" in curator.sees()
    assert "Директор — пока никто" in curator.sees()
    await curator.presses("Связать всё предложенное (1)")
    assert "Связала 1 имя из документа" in curator.sees()
    assert await ties(town) == both([ANNA])
    await curator.presses("Отменить")
    assert await ties(town) == {}


async def test_a_person_gets_several_names_at_once(town: Town, platform: str) -> None:
    curator, _, _ = await with_colleagues(town, platform)
    await opens_names(curator)
    for label in ("По людям", f"{VERA} (0)", "☐ Директор", "☐ Петрова А.С."):
        await curator.presses(label)
    assert set(await ties(town)) == {"Директор", "Петрова А.С.", "петрова А.С."}
    await curator.presses("Готово")
    assert f"{VERA} (2)" in await curator.offered()


async def test_whoever_is_made_responsible_is_told_once_with_the_rows(town: Town, platform: str) -> None:
    curator, anna, vera = await with_colleagues(town, platform)
    await opens_names(curator)
    for label in ("Петрова А.С.", f"☐ {ANNA}", f"☐ {VERA}", f"☑ {VERA}", "Готово", "Директор", f"☐ {ANNA}"):
        await curator.presses(label)
    assert await words(anna) == ""
    await town.turn(hours=2)
    told = await words(anna)
    assert told.count("Вам поручены") + told.count("Вам поручено") == 1
    assert "7 строк документа «План мероприятий" in told
    assert "Формирование базы наставников — до 19 октября" in told
    assert "И ещё 2 строки." in told
    assert "поручен" not in await words(vera)
    await anna.presses("Почему мне это пришло?")
    assert "отвечаете Вы" in anna.sees()
    await anna.presses("Мои дела")
    assert "За что Вы отвечаете" in anna.sees()


async def test_whoever_gets_a_row_without_a_date_hears_who_will_give_it(town: Town, platform: str) -> None:
    curator, anna, _ = await with_colleagues(town, platform)
    await opens_names(curator)
    for label in ("Директор", f"☐ {ANNA}"):
        await curator.presses(label)
    await town.turn(hours=2)
    told = await words(anna)
    assert "Семинар для наставников — срока пока нет, куратор его укажет" in told
    assert "Консультации — по запросу" in told


async def test_nobody_is_reminded_of_a_row_before_hearing_whose_it_is(town: Town, platform: str) -> None:
    curator, anna, _ = await with_colleagues(town, platform)
    await town.jump(days=10)
    await words(anna)
    await opens_names(curator)
    for label in ("Петрова А.С.", f"☐ {ANNA}"):
        await curator.presses(label)
    await town.turn(minutes=5)
    assert await words(anna) == ""
    await town.turn(minutes=10)
    told = await words(anna)
    assert "поручен" in told and "⏰" in told
