import html
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.vk.markup import Marked, MarkupError, Range, parse_html, utf16_length


def test_offsets_count_utf16_units_as_vk_does():
    marked = parse_html("😀 <b>срок</b>: <i>15 октября</i>")

    assert marked == Marked("😀 срок: 15 октября", (Range("bold", 3, 4), Range("italic", 9, 10)))


def test_a_link_inside_bold_keeps_both_ranges():
    marked = parse_html('<b>см. <a href="https://vk.com/a?b=1&amp;c=2">план</a></b>')

    assert marked.text == "см. план"
    assert marked.ranges == (Range("bold", 0, 8), Range("url", 4, 4, "https://vk.com/a?b=1&c=2"))


def test_format_data_is_json_of_version_1():
    assert json.loads(parse_html("<u>да</u>").format_data or "") == {
        "version": 1,
        "items": [{"type": "underline", "offset": 0, "length": 2}],
    }


def test_plain_text_has_no_format_data():
    assert parse_html("просто &lt;текст&gt;") == Marked("просто <текст>")
    assert parse_html("просто").format_data is None


@pytest.mark.parametrize(
    "wrong",
    [
        "<code>x</code>",
        "<b>не закрыт",
        "<b>крест <i>накрест</b></i>",
        "</b>",
        "2 < 3",
        "<3",
        "a <b",
        "&nbsp;",
        "&#39;",
        "<b/>",
        '<b class="x">x</b>',
        '<a href="javascript:x">x</a>',
        "<a>x</a>",
        "<!-- x -->",
        "<!DOCTYPE html>",
        "<?php ?>",
    ],
)
def test_what_is_not_our_subset_raises(wrong):
    with pytest.raises(MarkupError):
        parse_html(wrong)


@given(st.text())
def test_escaped_text_of_a_person_comes_out_as_it_was(typed):
    assert parse_html(html.escape(typed, quote=False)).text == typed


@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "u"]), st.text(min_size=1))))
def test_each_range_covers_exactly_what_its_tag_did(pieces):
    source = "".join(
        f"<{tag}>{html.escape(text, quote=False)}</{tag}>" if tag else html.escape(text, quote=False)
        for tag, text in pieces
    )
    marked = parse_html(source)

    units = marked.text.encode("utf-16-le", "surrogatepass")
    covered = [units[span.offset * 2 : (span.offset + span.length) * 2] for span in marked.ranges]
    assert covered == [text.encode("utf-16-le", "surrogatepass") for tag, text in pieces if tag]
    assert all(span.offset + span.length <= utf16_length(marked.text) for span in marked.ranges)
