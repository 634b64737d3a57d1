"""One spelling for what people write in many: dashes, ё, quotes, glued years, Latin look-alikes."""

import re

DASHES = "‐‑‒–—―−"
QUOTES = "«»„“”\"'`"
_FOLDED = str.maketrans({**dict.fromkeys(DASHES, "-"), **dict.fromkeys(QUOTES, None), "\xa0": " ", "\xad": None})
_LATIN_LOOKALIKES = str.maketrans("aceopxy", "асеорху")
_LATIN = re.compile("[a-z]")
_WORD = re.compile(r"[^\W\d_]+")
_TOLD = re.compile(r"[^\W_]{2}")


def squeeze(text: str) -> str:
    """Runs of white space as one blank, none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case, ё as е, one dash, no quotes: for comparing words, never for showing them."""
    folded = squeeze(text.casefold().replace("ё", "е").translate(_FOLDED))
    if not _LATIN.search(folded):
        return folded
    return _WORD.sub(lambda found: _without_lookalikes(found[0]), folded)


def _without_lookalikes(word: str) -> str:
    """A word with both alphabets is Russian with a few keys of the wrong layout."""
    return word.translate(_LATIN_LOOKALIKES) if re.search("[а-я]", word) else word


def words(text: str) -> list[str]:
    """The folded words of a text, without digits and signs."""
    return _WORD.findall(fold(text))


def says_something(text: str) -> bool:
    """Whether there is at least a short word or a figure, rather than «?» or one letter."""
    return bool(_TOLD.search(text))
