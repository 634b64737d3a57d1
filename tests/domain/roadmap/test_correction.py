"""A corrected paper changes what it says anew, and nothing that people have entered since."""

from dataclasses import replace
from datetime import date

from domain.roadmap import Due, Period, Row, read_due
from domain.roadmap.correction import Kept, corrected, is_version

YEAR = Period(date(2026, 9, 1), date(2027, 5, 31))
NEXT = Period(date(2027, 9, 1), date(2028, 5, 31))
TEXTS = ("Приказ о внедрении", "База наставников", "Совещания кураторов", "Итоговая встреча")
PHRASES = ("до 1 октября 2026 г.", "по отдельному графику", "ежемесячно", "20 мая 2027 г.")


def row(number: int, activity: str, phrase: str) -> Row:
    return Row(f"1.{number}", "", activity, (), "Итог", "", ("Директор",), read_due(phrase, YEAR))


PAPER = [row(number, *said) for number, said in enumerate(zip(TEXTS, PHRASES, strict=True), 1)]


def followed(**changes: Kept) -> list[Kept]:
    return [changes.get(f"row_{index}", Kept(each)) for index, each in enumerate(PAPER)]


def test_the_same_paper_changes_nothing() -> None:
    assert corrected(followed(), PAPER, YEAR).changes_nothing


def test_a_new_date_a_new_row_and_one_that_is_gone_are_told_apart() -> None:
    moved = replace(PAPER[0], due=read_due("до 8 октября 2026 г.", YEAR))
    new = row(4, "Посещение предприятия", "май 2027")
    found = corrected(followed(), [moved, *PAPER[1:3], new], YEAR)
    assert (found.moved, found.vanished, found.appeared, found.reworded) == ((0,), (3,), (3,), ())
    assert found.rows[0].due.end == date(2026, 10, 8)


def test_a_date_that_a_person_entered_stays_while_the_paper_says_the_same() -> None:
    entered = Due("по отдельному графику", "by", None, date(2026, 11, 5), basis="explicit")
    before = followed(row_1=Kept(replace(PAPER[1], due=entered)))
    found = corrected(before, PAPER, YEAR)
    assert found.changes_nothing
    assert found.rows[1].due == entered


def test_a_date_in_place_of_the_paper_s_stays_while_the_paper_says_the_same() -> None:
    own = replace(PAPER[0], due=read_due("до 9 октября 2026 г.", YEAR))
    kept = Kept(own, {"phrase": "до 1 октября 2026 г."})
    assert corrected(followed(row_0=kept), PAPER, YEAR).changes_nothing
    later = replace(PAPER[0], due=read_due("до 20 октября 2026 г.", YEAR))
    assert corrected(followed(row_0=kept), [later, *PAPER[1:]], YEAR).rows[0].due == later.due


def test_a_date_in_the_paper_wins_over_one_that_was_entered_for_want_of_it() -> None:
    entered = Due("по отдельному графику", "by", None, date(2026, 11, 5), basis="explicit")
    named = replace(PAPER[1], due=read_due("до 12 ноября 2026 г.", YEAR))
    found = corrected(followed(row_1=Kept(replace(PAPER[1], due=entered))), [PAPER[0], named, *PAPER[2:]], YEAR)
    assert found.moved == (1,)
    assert found.rows[1].due.end == date(2026, 11, 12)


def test_words_that_a_person_changed_stay_while_the_paper_says_the_same() -> None:
    own = replace(PAPER[0], activity="Приказ о наставничестве", responsible=("Завуч",))
    kept = Kept(own, {"activity": "Приказ о внедрении", "responsible": "Директор"})
    assert corrected(followed(row_0=kept), PAPER, YEAR).rows[0] == own
    other = replace(PAPER[0], activity="Приказ о внедрении целевой модели", responsible=("Куратор",))
    found = corrected(followed(row_0=kept), [other, *PAPER[1:]], YEAR)
    assert found.rows[0] == other
    assert found.reworded == (0,)


def test_rows_added_or_taken_out_by_hand_stay_so() -> None:
    added = Kept(row(5, "Родительское собрание", "до 1 марта 2027 г."), added=True)
    before = [*followed(row_2=Kept(PAPER[2], removed=True)), added]
    found = corrected(before, PAPER, YEAR)
    assert found.changes_nothing
    assert 2 in found.pairs and 4 not in found.pairs


def test_the_same_words_in_a_longer_year_are_another_date() -> None:
    whole = replace(PAPER[2], due=read_due("в течение всего периода", YEAR))
    longer = Period(YEAR.start, date(2027, 8, 31))
    now = replace(whole, due=read_due("в течение всего периода", longer))
    assert corrected([Kept(whole)], [now], YEAR).moved == (0,)


def test_another_year_s_paper_and_another_paper_are_no_versions() -> None:
    assert is_version(PAPER, PAPER[:3], YEAR, YEAR)
    assert not is_version(PAPER, PAPER, YEAR, NEXT)
    others = [row(1, "Купить краску", "май 2027"), row(2, "Покрасить забор", "май 2027")]
    assert not is_version(PAPER, others, YEAR, YEAR)
