"""Does a text go on from another one? Judged by spelling and by the document's own word pairs."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from domain.roadmap.wording import fold, words

_DANGLING_END = re.compile(
    r"(?:[,(«\-–—/]|(?<![А-Яа-яЁё])(?:и|или|а|в|во|на|по|с|со|к|ко|о|об|от|до|для|из|у|при|за|под|над|не|без|через|между|"
    r"их|его|ее|том числе|также|как))$"
)
_OBLIQUE = re.compile(
    r"^(?:[а-я]+(?:ого|его|ых|их|ому|ему|ыми|ими)|[а-я]+(?:ой|ей) [а-я]+[иы]|[а-я]+(?:ов|остей))(?![а-я])"
)
_MIDDLE = re.compile(r"[«\"„“]|[А-ЯЁA-Z]{2,}(?![А-ЯЁа-яё])")
_CLOSED = re.compile(r"[.;:!?]$")


class Vocabulary:
    """The words of one document and which of them stand next to each other."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._words: Counter[str] = Counter()
        for text in texts:
            found = words(text)
            self._words.update(found)
            self._pairs.update(pairwise(found))

    def goes_on(self, before: str, text: str, *, by_case: bool = True) -> bool:
        """Whether `text` starts in the middle of what `before` began; small letters count if `by_case`."""
        before, text = before.strip(), text.strip()
        if not before or not text:
            return False
        if self._surely(before, text, by_case):
            return True
        return not _CLOSED.search(before) and self._are_neighbours(before, text)

    def may_go_on(self, before: str, text: str) -> bool:
        """A weaker sign: an oblique case, a quotation or an abbreviation after a text without a full stop."""
        before, text = before.strip(), text.strip()
        is_middle = _OBLIQUE.match(fold(text)) or _MIDDLE.match(text)
        return bool(before) and not _CLOSED.search(before) and bool(is_middle)

    def join(self, before: str, text: str) -> str:
        """Both pieces as one text; a word that a page cut in two becomes whole again."""
        before, text = before.rstrip(), text.lstrip()
        if not before or not text:
            return before or text
        if before[-1] in "-‐" and before[-2:-1].isalnum():
            return before + text
        return before + text if self._is_cut_word(before, text) else f"{before} {text}"

    def _surely(self, before: str, text: str, by_case: bool) -> bool:
        first = next((sign for sign in text if sign.isalpha() or sign in ").,;»"), "")
        unclosed = before.rfind("(") > before.rfind(")") or before.rfind("«") > before.rfind("»")
        is_middle = first in ").,;»" or (by_case and first.islower())
        return is_middle or unclosed or bool(_DANGLING_END.search(before))

    def _are_neighbours(self, before: str, text: str) -> bool:
        left, right = words(before[-60:]), words(text[:60])
        return bool(left and right and self._pairs[left[-1], right[0]])

    def _is_cut_word(self, before: str, text: str) -> bool:
        if not (before[-1].isalpha() and text[0].isalpha() and text[0].islower()):
            return False
        left, right = words(before[-60:])[-1], words(text[:60])[0]
        is_pair = self._pairs[left, right] > 0 or min(self._words[left], self._words[right]) > 1
        return self._words[left + right] > 0 and not is_pair
