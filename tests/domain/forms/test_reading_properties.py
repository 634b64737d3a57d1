"""Whatever is typed, reading ends in an answer that can be kept or a problem that can be told."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.forms import Answer, Kind, fits, read_answer
from locales import Texts
from tests.domain.forms.making import question

TEXTS = Texts.load("ru")
WORDS = st.sampled_from(
    ("7", "15.03.1985", "да", "нет", "год", "из", "10", "8 913", "планирование", "и", ",", "-", "пять", "марта", "30")
)
TYPED = st.text(max_size=60) | st.lists(WORDS, max_size=8).map(" ".join)


@pytest.mark.parametrize("kind", Kind)
@given(typed=TYPED, required=st.booleans(), own=st.booleans())
@example(typed="9" * 5000, required=True, own=True)
@example(typed="\u0663", required=True, own=False)
@example(typed="²", required=True, own=False)
def test_anything_typed_is_an_answer_to_keep_or_a_problem_to_tell(kind, typed, required, own):
    asked = question(kind, required=required, own=own)
    read = read_answer(asked, typed, today=date(2026, 11, 21))
    if isinstance(read, Answer):
        assert fits(asked, read)
        assert Answer.restored(json.loads(json.dumps(read.stored()))) == read
    else:
        assert TEXTS(f"form-problem-{read.code}", **read.args)


@given(typed=TYPED)
def test_a_number_of_years_is_never_read_where_there_is_none(typed):
    read = read_answer(question(Kind.NUMBER, unit="years"), typed)
    assert not isinstance(read, Answer) or any(sign.isalnum() for sign in typed)
