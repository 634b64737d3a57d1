"""A corrected roadmap's rows are found again, whatever was done to the document."""

import random
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.roadmap import Due, Row
from domain.roadmap.correspondence import correspond

ACTIVITIES = (
    "Подготовка нормативной базы реализации целевой модели наставничества",
    "Издание приказа о назначении куратора внедрения наставничества",
    "Информирование педагогов о реализации программы наставничества на педсовете",
    "Встреча с родителями и сбор согласий на обработку персональных данных",
    "Проведение анкетирования среди желающих принять участие в программе",
    "Формирование базы данных наставляемых из числа обучающихся",
    "Формирование базы данных наставников из числа выпускников",
    "Анализ полученных анкет и определение запросов",
    "Организация групповой встречи наставников и наставляемых",
    "Издание приказа о закреплении наставнических пар",
    "Обучение наставников методам работы",
    "Проведение первой организационной встречи внутри пары",
    "Регулярные встречи наставника и наставляемого по индивидуальному плану",
    "Мониторинг личной удовлетворенности участием в программе",
    "Торжественное мероприятие для чествования лучших наставников",
    "Публикация материалов о лучших практиках на сайте организации",
)
REWORDED = {
    0: "Разработка нормативной базы для реализации целевой модели наставничества",
    3: "Провести встречу с родителями, собрать согласия на обработку персональных данных",
    4: "Анкетирование педагогов, желающих принять участие в программе",
    7: "Провести анализ анкет, определить запросы",
    10: "Обучить наставников методам эффективной работы",
    15: "Публикация на сайте организации материалов о лучших практиках наставничества",
}


def row(number: str, activity: str, *, section: str = "", phrase: str = "до 15 октября 2026 г.") -> Row:
    due = Due(phrase, "by", None, date(2026, 10, 15), basis="explicit")
    return Row(number, section, activity, (), "Итог", "", ("Куратор",), due)


PLAN = [row(f"1.{number}", activity) for number, activity in enumerate(ACTIVITIES, 1)]


def test_the_same_document_corresponds_row_by_row() -> None:
    found = correspond(PLAN, PLAN)
    assert found.pairs == {index: index for index in range(len(PLAN))}
    assert found.vanished == found.appeared == ()


def test_a_row_in_between_moves_all_numbers_and_no_row() -> None:
    added = "Участие в муниципальном конкурсе наставников"
    texts = [*ACTIVITIES[:5], added, *ACTIVITIES[5:]]
    found = correspond(PLAN, [row(f"1.{number}", text) for number, text in enumerate(texts, 1)])
    assert found.appeared == (5,)
    assert found.vanished == ()
    assert found.pairs == {index: index + (index >= 5) for index in range(len(PLAN))}


def test_a_row_that_was_taken_out_vanishes_alone() -> None:
    texts = [*ACTIVITIES[:8], *ACTIVITIES[9:]]
    found = correspond(PLAN, [row(f"1.{number}", text) for number, text in enumerate(texts, 1)])
    assert (found.vanished, found.appeared) == ((8,), ())


def test_reworded_rows_are_found_where_they_stand_and_elsewhere() -> None:
    texts = [REWORDED.get(index, text) for index, text in enumerate(ACTIVITIES)]
    assert correspond(PLAN, [row(f"1.{n}", text) for n, text in enumerate(texts, 1)]).pairs == {
        index: index for index in range(len(PLAN))
    }
    turned = [row(f"2.{number}", text) for number, text in enumerate(reversed(texts), 1)]
    found = correspond(PLAN, turned)
    assert {index: len(PLAN) - 1 - other for index, other in found.pairs.items()} == {
        index: index for index in found.pairs
    }
    assert len(found.pairs) >= len(PLAN) - 1


def test_another_activity_under_the_same_number_is_another_row() -> None:
    new = [row("1.1", "Экскурсия на предприятие района"), *PLAN[1:]]
    found = correspond(PLAN, new)
    assert (found.vanished, found.appeared) == ((0,), (0,))


def test_equal_rows_of_different_sections_keep_to_their_sections() -> None:
    first = [row("", "Сдача отчёта", section="Осень"), row("", "Сдача отчёта", section="Весна")]
    found = correspond(first, [first[1], row("", "Отчёт сдан", section="Осень"), first[0]])
    assert found.pairs == {0: 2, 1: 0}


def test_a_row_without_an_activity_is_found_by_its_result() -> None:
    bare = replace(row("4.1", ""), result="Анализ удовлетворенности участников программой")
    found = correspond([*PLAN, bare], [bare, *PLAN])
    assert found.pairs[len(PLAN)] == 0


@given(st.permutations(range(len(PLAN))), st.sets(st.integers(0, len(PLAN) - 1)))
@settings(max_examples=60, deadline=None)
def test_rows_in_any_order_and_without_some_of_them_are_the_same_rows(order: list[int], gone: set[int]) -> None:
    kept = [index for index in order if index not in gone]
    new = [replace(PLAN[index], number=f"{place}.") for place, index in enumerate(kept, 1)]
    found = correspond(PLAN, new)
    assert {kept[other]: index for index, other in found.pairs.items()} == {index: index for index in kept}
    assert set(found.vanished) == gone


@given(st.lists(st.sampled_from(PLAN), max_size=12), st.lists(st.sampled_from(PLAN), max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_row_is_a_pair_s_or_vanished_or_appeared(old: list[Row], new: list[Row]) -> None:
    found = correspond(old, new)
    assert sorted([*found.pairs, *found.vanished]) == list(range(len(old)))
    assert sorted([*found.pairs.values(), *found.appeared]) == list(range(len(new)))


def test_two_thousand_rows_that_were_all_reworded_are_found() -> None:
    nouns = ["школа", "район", "группа", "класс", "кружок", "отдел", "центр", "студия", "лагерь", "секция"]
    verbs = ["Проверка", "Сбор", "Обсуждение", "Подготовка", "Отправка", "Утверждение", "Печать", "Показ"]
    things = ["отчёта", "плана", "списка", "приказа", "анкеты", "справки", "сметы", "заявки", "книги", "карты"]
    chance = random.Random(5)
    names = [f"код{chr(1072 + number % 32)}{number // 32 * 'а'}" for number in range(2000)]
    texts = [f"{chance.choice(verbs)} {chance.choice(things)} {chance.choice(nouns)} {name}" for name in names]
    old = [row(str(number), text) for number, text in enumerate(texts)]
    new = [row(str(number + 7), f"{text} срочно") for number, text in enumerate(texts)]
    found = correspond(old, new)
    assert sum(index == other for index, other in found.pairs.items()) > 1900
