"""Any table put through page breaks and read back is the same table."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from .plans import HEADINGS, facts, plan

WHAT = ("Подготовка", "Проведение", "Обсуждение", "Оформление", "Выставка", "Разработка", "Сбор", "Обновление")
OF_WHAT = (
    "памятки для родителей первоклассников",
    "открытых занятий в группах раннего возраста",
    "стенда в холле (совместно с советом школы)",
    "методической копилки «Мой первый урок»",
    "дневников наблюдений, планов и отчетов",
    "мастер-классов опытных педагогов",
)
RESULTS = (
    "Готовая памятка, запись на сайте школы",
    "Фотоотчет и отзывы участников",
    "Протокол. Решение педагогического совета",
    "Папка с материалами",
)
DUES = (
    "до 15.10.2025",
    "Ноябрь 2025-январь 2026",
    "20 марта 2026 г.",
    "в течение всего периода",
    "с 1 по 15 февраля 2026 года",
    "01.09.2025 - 30.09.2025",
    "не позднее 5 мая 2026 г.",
    "ежемесячно",
    "по мере необходимости",
    "в соответствии с планом школы",
)
PEOPLE = ("Ветрова И.П.", "Кедров С.А. Ветрова И.П.", "Директор, заместитель директора по УВР", "Старший воспитатель")
Row = tuple[str, ...]


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """A few rows, each with its own activity."""
    names = draw(
        st.lists(st.tuples(st.sampled_from(WHAT), st.sampled_from(OF_WHAT)), min_size=2, max_size=6, unique=True)
    )
    rest = st.tuples(
        st.sampled_from(DUES), st.sampled_from(RESULTS), st.sampled_from(("", *RESULTS)), st.sampled_from(PEOPLE)
    )
    return [(" ".join(name), *draw(rest)) for name in names]


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[Row], list[Row], frozenset[int]]:
    """A table; the same with some rows cut in any of their cells, pages perhaps headed again; where pages end."""
    table, printed, breaks = draw(tables()), [], set()
    for row in table:
        cut = draw(st.booleans()) and [draw(st.integers(1, max(1, len(cell.split())))) for cell in row]
        if not cut or all(place >= len(cell.split()) for place, cell in zip(cut, row, strict=True)):
            printed.append(row)
            continue
        words = [cell.split() for cell in row]
        printed.append(tuple(" ".join(cell[:place]) for cell, place in zip(words, cut, strict=True)))
        breaks.add(len(printed) + 1)
        printed += [HEADINGS] * draw(st.integers(0, 1))
        printed.append(tuple(" ".join(cell[place:]) for cell, place in zip(words, cut, strict=True)))
    return table, printed, frozenset(breaks)


@settings(max_examples=150, deadline=None)
@given(pages())
def test_a_table_cut_by_pages_is_read_back(drawn):
    table, printed, breaks = drawn
    assert facts(plan(printed, breaks=breaks)) == facts(plan(table))


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_a_tail_glued_to_the_next_activity_is_given_back(table, data):
    position = data.draw(st.integers(0, len(table) - 2))
    words = table[position][0].split()
    place = data.draw(st.integers(1, len(words) - 1))
    tail = " ".join(words[place:])
    assume(tail[0].islower())
    printed = list(table)
    printed[position] = (" ".join(words[:place]), *table[position][1:])
    printed[position + 1] = (f"<p>{tail}</p> <p>{table[position + 1][0]}</p>", *table[position + 1][1:])
    assert facts(plan(printed, breaks=frozenset({position + 2}))) == facts(plan(table))


@settings(max_examples=40, deadline=None)
@given(tables(), st.sets(st.integers(1, 5)))
def test_headings_on_every_page_are_no_rows(table, places):
    printed = [line for index, row in enumerate(table) for line in ([HEADINGS] if index in places else []) + [row]]
    assert facts(plan(printed)) == facts(plan(table))
