"""Evidence in words: the file's name, the note, and web addresses as links that can be followed."""

import re

from handlers.screen import escape
from storage.evidence import Proof

ADDRESS = re.compile(r"""(https?://[^\s<>"']*[^\s<>"'.,;:!?()«»])""")
LONGEST_PROOF = 200
LONGEST_ADDRESS = 60
"""Of a link's label; the address behind it stays whole."""


def proof_words(proof: Proof) -> str:
    """A piece of evidence in a line."""
    return linked(" · ".join(part for part in (proof.file_name, proof.evidence.text) if part), LONGEST_PROOF)


def linked(text: str, limit: int) -> str:
    """A typed text in about ``limit`` characters, escaped, with its web addresses as links."""
    told = []
    for number, piece in enumerate(ADDRESS.split(" ".join(text.split()))):
        if limit <= 0:
            break
        is_address = number % 2 == 1
        label = escape(cut(piece, min(limit, LONGEST_ADDRESS) if is_address else limit))
        told.append(f'<a href="{escape(piece)}">{label}</a>' if is_address else label)
        limit -= min(len(piece), LONGEST_ADDRESS) if is_address else len(piece)
    return "".join(told)


def cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
