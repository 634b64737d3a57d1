"""What is personal cannot be read in the file of the database."""

from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from storage.cipher import Cipher, WrongKey
from storage.database import Database
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person

ONLY_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PHONE, LETTER, PAPER = "+7 912 345-67-89", "Мне трудно с детьми", "Приказ о наставничестве"


async def keep_secrets(storage: Storage) -> dict[str, int]:
    ours, programme = await organisation(storage)
    made = await person(storage, 1, programme=programme)
    submission = await storage.forms.begin(made.id, ours.id, programme.id, "mentee", 1, NOW)
    await storage.forms.save(submission, "phone", PHONE, personal=True, now=NOW)
    letter = await storage.conversation.add_letter(ours.id, made.id, LETTER, NOW)
    storage.conversation.answer_letter(letter, LETTER[::-1], made.id, NOW)
    file = await storage.files.add("приказ.txt", "text/plain", PAPER.encode(), NOW)
    return {"organisation": ours.id, "submission": submission.id, "letter": letter.id, "file": file.id}


def bytes_of(url: URL) -> bytes:
    """The file with its journal."""
    file = Path(str(url.database))
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))


@ONLY_SQLITE
async def test_phones_letters_and_files_are_not_in_the_bytes(database: Database, database_url: URL) -> None:
    async with database.begin() as storage:
        await keep_secrets(storage)
    content = bytes_of(database_url)
    assert "Детский сад № 8".encode() in content
    for secret in (PHONE, "912 345", LETTER, LETTER[::-1], PAPER):
        assert secret.encode() not in content
        assert secret.encode("unicode_escape") not in content


@ONLY_SQLITE
async def test_a_code_is_not_in_the_bytes(database: Database, database_url: URL) -> None:
    async with database.begin() as storage:
        code = await storage.codes.make("organisation", NOW - NOW, NOW)
    assert code.replace("-", "").encode() not in bytes_of(database_url)
    assert code.encode() not in bytes_of(database_url)


async def test_what_was_kept_is_read_as_it_was(database: Database) -> None:
    async with database.begin() as storage:
        kept = await keep_secrets(storage)
    async with database.begin() as storage:
        letter = await storage.conversation.letter(kept["organisation"], kept["letter"])
        file = await storage.files.get(kept["file"])
        assert letter is not None
        assert file is not None
        assert storage.conversation.words(letter.text) == LETTER
        assert storage.files.content(file).decode() == PAPER
        assert (await storage.forms.answers(kept["submission"]))["phone"].value == PHONE


async def test_another_key_reads_nothing(database: Database) -> None:
    async with database.begin() as storage:
        kept = await keep_secrets(storage)
    stranger = Database(database.engine, Cipher(Cipher.make_key()))
    with pytest.raises(WrongKey):
        async with stranger.begin() as storage:
            await storage.forms.answers(kept["submission"])


@pytest.mark.parametrize("key", ["", "short", "ключ" * 11, "A" * 43])
def test_a_key_that_is_none_is_refused(key: str) -> None:
    with pytest.raises(WrongKey):
        Cipher(key)


def test_words_that_wait_for_a_button_are_sealed() -> None:
    cipher = Cipher(Cipher.make_key())
    assert cipher.decrypt(cipher.encrypt("слово".encode())).decode() == "слово"
    assert cipher.hash("слово") == cipher.hash("слово") != Cipher(Cipher.make_key()).hash("слово")
