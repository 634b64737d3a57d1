"""Hundreds of variants of real documents and of our own: nearly every row is right, none is wrong in silence.

What is expected of a real document was written while reading it, see `tests/domain/roadmap/expected.py`.
"""

from collections.abc import Sequence

import pytest

from documents.readers import read as read_file
from domain.roadmap import read
from tests.domain.roadmap.real import needs_documents

from .grading import Grade
from .originals import Original, own_originals, real_originals
from .variants import variant

# five real documents and two of ours in each format: 205 and 82 files; a printed one takes a second
SEEDS = {"txt": 10, "docx": 10, "xlsx": 10, "html": 10, "pdf": 1}
LEAST_RIGHT = 0.98


def grade(originals: Sequence[Original], kind: str) -> Grade:
    graded = Grade()
    for original in originals:
        for seed in range(SEEDS[kind]):
            made = variant(original, kind, seed)
            graded.add(made.name, made.rows, read(read_file(made.name, made.content)))
    print(f"{kind}: {graded.share:.2%} of {graded.rows} rows are right, {len(graded.doubted)} doubted")
    return graded


@needs_documents
@pytest.mark.parametrize("kind", SEEDS)
def test_variants_of_real_documents_are_read_or_doubted(kind):
    graded = grade(real_originals(), kind)
    assert graded.silent == []
    assert graded.share >= LEAST_RIGHT, graded.doubted


@pytest.mark.parametrize("kind", SEEDS)
def test_variants_of_our_own_plan_are_read_or_doubted(kind):
    graded = grade(own_originals(), kind)
    assert graded.silent == []
    assert graded.share >= LEAST_RIGHT, graded.doubted
