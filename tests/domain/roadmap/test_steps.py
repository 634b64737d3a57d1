"""Several activities in one cell become a checklist that loses no word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roadmap.markup import paragraphs, plain
from domain.roadmap.steps import split_steps

CELLS = {
    "1) Сбор анкет. 2) Анализ анкет.": ("Сбор анкет.", "Анализ анкет."),
    "1. Приказ о поощрении.2. Письма3. Конкурс": ("Приказ о поощрении.", "Письма", "Конкурс"),
    "<p>Выбор пар</p><p>Встречи пар</p>": ("Выбор пар", "Встречи пар"),
    "Встречи: - знакомство; - пробная; - итоговая": ("Встречи: знакомство", "пробная", "итоговая"),
    "Подготовка актов:\n· положение;\n· приказ «О парах».": ("Подготовка актов: положение", "приказ «О парах»."),
    "\uf02d первая встреча\n\uf02d вторая встреча": ("первая встреча", "вторая встреча"),
    "Изучение приказа от 25 декабря 2019 г. «О модели». Обсуждение.": (
        "Изучение приказа от 25 декабря 2019 г. «О модели».",
        "Обсуждение.",
    ),
    "Одна встреча в школе": (),
}


@pytest.mark.parametrize(("cell", "steps"), CELLS.items())
def test_activities_of_a_cell_are_listed(cell, steps):
    assert split_steps(cell) == steps


@given(st.lists(st.text(alphabet="абвгд ", min_size=3).map(str.strip).filter(bool), min_size=2, max_size=6))
def test_no_word_is_lost_whatever_the_items_are(items):
    cell = "".join(f"<p>{item}</p>" for item in items)
    assert re.findall(r"\w+", " ".join(split_steps(cell))) == re.findall(r"\w+", " ".join(items))


def test_a_wrapped_line_is_no_paragraph():
    assert paragraphs("Организация и\nосуществление работы") == ("Организация и осуществление работы",)


@pytest.mark.parametrize(
    "cell", ["**Отбор**", "[bookmark: _Toc1620]Отбор", "<p>Отбор</p>", "<b>Отбор</b>", "· Отбор", "&nbsp;Отбор"]
)
def test_marks_of_conversions_are_taken_off(cell):
    assert plain(cell) == "Отбор"
