"""The curator of the story: her own steps through the year, and how she answers what comes."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from tests.http import scenes
from tests.http.person import Entry, Person
from tests.year import sheets
from tests.year.cast import COLLEAGUES, CURATOR, PAIRS, SECOND_CHOICE, Character
from tests.year.year import Year

REPLY = "Спасибо, что написали. Давайте обсудим в пятницу после занятий."
DATES = ("30.11", "20.12", "15.03", "25.04")
DAYS_UNTIL_CLOSED = (0, 9, None, 0)
"""After the first reminder of a row, in turn; None is never."""

DOUBTS_ANSWERED = 3

CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")
LISTED = re.compile(r"^• (\S+) — ", re.MULTILINE)
"""The numbers of rows that a message lists."""


class Curator:
    """``habit`` is where in ``DAYS_UNTIL_CLOSED`` she begins: two curators close different rows."""

    def __init__(self, year: Year, character: Character = CURATOR, habit: int = 0) -> None:
        self.year, self.character, self.habit = year, character, habit
        self.me = Person.appears(year.stand, character.platform, character.name)
        self.accounts = [self.me]
        self.handed_over_at: datetime | None = None
        self.rows: set[str] = set()
        self.dates = iter(DATES)

    def founds(self, code: str, **answers: str) -> None:
        """Take an organisation; ``answers`` are those of ``scenes.found``."""
        scenes.found(self.me, code, **answers)
        self.year.joins(self.me, self.heeds)

    def sends_roadmap(self, name: str, content: bytes) -> None:
        self.me.presses("Дорожная карта")
        self.me.sends(name, content)
        self.me.presses("Показать строки")
        self.me.presses("Назад")
        self.answers_doubts()
        self.me.presses("Включить")
        if "Включить всё равно" in self.me.offered():
            self.me.presses("Включить всё равно")

    def answers_doubts(self) -> None:
        """The first ones by the first proposal; the rest may wait."""
        if not any(label.startswith("Посмотреть сомнения") for label in self.me.offered()):
            return
        self.me.presses("Посмотреть сомнения")
        if "разложила их по видам" in self.me.sees():
            self.me.presses(self.me.offered()[0])
            self.me.presses("По одному")
        for _ in range(DOUBTS_ANSWERED):
            if "Сомнение " in self.me.sees():
                self.me.presses(self.me.offered()[0])
        self.me.presses("К карте")

    def invites_by_name(self, people: Sequence[Character]) -> dict[str, dict[str, str]]:
        """Send a list of people; their personal links by surname and messenger, as the sheet that comes has them."""
        self.me.says("меню")
        self.me.presses("Люди")
        self.me.presses("Пригласить по списку")
        self.me.sends(
            "Педагоги.xlsx", sheets.written(("ФИО", "Должность"), [(each.name, each.post) for each in people])
        )
        self.me.presses(f"Пригласить {len(people)}")
        rows = sheets.read(self.newest(".xlsx"), "ФИО")
        columns = {"telegram": "Ссылка для Telegram", "vk": "Ссылка для VK"}
        return {
            row["ФИО"].split()[0]: {platform: row[column] for platform, column in columns.items()} for row in rows
        }

    def takes_in(self, who: Character, consent: bytes) -> None:
        """Somebody without a messenger: the photograph of the consent, and the answers from her blank."""
        self.me.says("меню")
        for label in ("Люди", "Добавить без мессенджера", "Педагог", who.role):
            self.me.presses(label)
        self.me.sends("Согласие.png", consent)
        self.me.says(who.name)
        scenes.fill_in(self.me, who.post)

    def hands_over(self, to: Character) -> None:
        """To a colleague who comes by the code and lives the rest of the curator's year."""
        self.me.says("меню")
        for label in ("Ещё", "Сотрудники программы", "Передать организацию", "Сделать код"):
            self.me.presses(label)
        code = CODE.search(self.me.sees())
        assert code is not None
        successor = Person.appears(self.year.stand, to.platform, to.name)
        successor.says("/start")
        successor.says(code.group())
        successor.presses("Даю согласие")
        successor.says(to.name)
        self.year.joins(successor, self.heeds)
        self.year.stand.turn(self.year.now() + timedelta(minutes=1))
        for label in ("Завершить передачу", "Передать и уйти"):
            self.me.presses(label)
        self.handed_over_at, self.me = self.year.stand.now(), successor
        self.accounts.append(successor)

    def newest(self, ending: str) -> bytes:
        """The newest file of the bot's that is named so."""
        sent = [message for message in reversed(self.me.chat()) if message["from"] == "bot"]
        names = [file["name"] for message in sent for file in message["files"]]
        return self.me.downloads(next(number for number, name in enumerate(names) if name.endswith(ending)))

    def ties_names(self, responsible: Character) -> None:
        """The first name of the paper is the responsible person's, the second her own; others stay open."""
        self.me.says("меню")
        self.me.presses("Дорожная карта")
        self.me.presses("Кто отвечает")
        names = self.me.offered()[:2]
        for name, person in zip(names, (f"☐ {responsible.name}", "☐ Это я"), strict=False):
            self.me.presses(name)
            while not any(label.startswith(person) for label in self.me.offered()):
                self.me.presses("Дальше")
            self.me.presses(person)
            self.me.presses("Готово")

    def proposes_all(self, pairs: Iterable[tuple[Character, Character]] = PAIRS) -> None:
        for mentor, mentee in pairs:
            self.proposes(mentor, mentee)

    def proposes(self, mentor: Character, mentee: Character) -> None:
        """By names: pressed, or typed where they are on another page; what is not possible yet is left alone."""
        self.me.says("меню")
        self.me.presses("Пары")
        self.me.presses("Составить пару")
        for who in (mentor, mentee):
            self.me.says(who.surname)
            label = next((each for each in self.me.offered() if each.startswith(who.surname)), None)
            if label is None:
                self.year.skipped.append(f"пара {mentor.surname} — {mentee.surname}: {self.me.sees()}")
                return
            self.me.presses(label)
        self.me.presses("Предложить")

    def heeds(self, entry: Entry) -> None:
        now = self.year.now()
        if "Посмотреть запрос" in entry.labels:
            self.year.plan(now + timedelta(days=9), lambda: self.does_what_was_asked(entry))
        if "Прочитать" in entry.labels:
            self.year.plan(now + timedelta(hours=1), lambda: self.replies(entry))
        if "Составить ещё одну пару" in entry.labels:
            self.year.plan(now + timedelta(hours=2), lambda: self.proposes_another(entry.text))
        if "Не получается написать" in entry.text:
            self.year.plan(now + timedelta(hours=2), lambda: self.parts_unreachable(entry.text))
        for label in [*entry.labels, *(f"Строка {number}" for number in LISTED.findall(entry.text))]:
            if label.startswith("Строка "):
                self.heeds_row(label)

    def heeds_row(self, label: str) -> None:
        """Every row once: closed the same day, when late, or never."""
        if label in self.rows:
            return
        days = DAYS_UNTIL_CLOSED[(self.habit + len(self.rows)) % len(DAYS_UNTIL_CLOSED)]
        self.rows.add(label)
        if days is not None:
            day = self.year.now().date() + timedelta(days=days)
            self.year.plan(self.year.at(day, 15), lambda: self.closes_row(label))

    def closes_row(self, label: str) -> None:
        """Close it, or say its date first; one that was marked by mistake is taken back."""
        if not self.opens_row(label):
            return
        if "Ввести дату" in self.me.offered():
            self.me.presses("Ввести дату")
            self.me.says(next(self.dates, "конец месяца"))
        elif "Выполнено" in self.me.offered():
            self.me.presses("Выполнено")

    def opens_row(self, label: str) -> bool:
        """By the reminder's button, or through the list when the reminder was answered in another matter."""
        if label in [each for message in self.me.chat() for row in message["buttons"] for each in row]:
            self.me.presses(label)
            return True
        self.me.says("меню")
        self.me.presses("Дорожная карта")
        self.me.presses("Все строки")
        number = label.removeprefix("Строка ")
        while number not in self.me.offered() and "Дальше" in self.me.offered():
            self.me.presses("Дальше")
        if number not in self.me.offered():
            return False
        self.me.presses(number)
        return True

    def marks_by_mistake(self) -> None:
        """Close the first row of the list, and take it back."""
        self.me.says("меню")
        self.me.presses("Дорожная карта")
        self.me.presses("Все строки")
        self.me.presses(self.me.offered()[0])
        if "Выполнено" in self.me.offered():
            self.me.presses("Выполнено")
            self.me.presses("Отменить")

    def does_what_was_asked(self, entry: Entry) -> None:
        """Look at a request and close it."""
        self.me.presses("Посмотреть запрос", entry.message)
        if "Выполнено" in self.me.offered():
            self.me.presses("Выполнено")

    def replies(self, entry: Entry) -> None:
        self.me.presses("Прочитать", entry.message)
        if "Напишите ответ" in self.me.sees():
            self.me.says(REPLY)

    def proposes_another(self, text: str) -> None:
        for surname, mentor in SECOND_CHOICE.items():
            if surname in text:
                self.proposes(mentor, next(each for each in COLLEAGUES if each.surname == surname))

    def parts_unreachable(self, text: str) -> None:
        """End the pair of somebody who cannot be written to, and find the other one a new mentor."""
        for mentor, mentee in PAIRS:
            if mentor.surname in text and self.ends_pair(mentor.surname):
                self.proposes_another(mentee.surname)

    def ends_pair(self, surname: str) -> bool:
        """Look through the pairs for the one of this mentor."""
        self.me.says("меню")
        self.me.presses("Пары")
        for number in [label for label in self.me.offered() if label.isdigit()]:
            self.me.presses(number)
            if surname in self.me.sees().split("\n")[0] and "Завершить пару" in self.me.offered():
                self.me.presses("Завершить пару")
                self.me.presses("Да, завершить")
                return True
            self.me.presses("Все пары")
        return False

    def ends_all_pairs(self) -> None:
        self.me.says("меню")
        self.me.presses("Пары")
        while "1" in self.me.offered():
            self.me.presses("1")
            end = next(label for label in self.me.offered() if label in {"Завершить пару", "Отозвать предложение"})
            self.me.presses(end)
            self.me.presses("Да, ")

    def sends_survey(self) -> None:
        self.me.says("меню")
        self.me.presses("Опросы")
        if "Отправить опрос" in self.me.offered():
            self.me.presses("Отправить опрос")

    def looks_at_survey(self) -> None:
        self.me.says("меню")
        self.me.presses("Опросы")
        self.me.presses(next(label for label in self.me.offered() if ": ответил" in label))
        for label in ("Результат", "Результат в Excel"):
            if label in self.me.offered():
                self.me.presses(label)

    def writes_post(self, text: str, when: str) -> None:
        self.me.says("меню")
        self.me.presses("Публикации")
        self.me.presses("Написать")
        self.me.presses(self.me.offered()[0])
        self.me.says(text)
        self.me.presses("Одобрить")
        if when == "Сейчас":
            self.me.presses(when)
            self.year.stand.turn(self.year.now() + timedelta(minutes=1))
        else:
            self.me.says(when)

    def looks_how_it_goes(self) -> None:
        self.me.says("меню")
        self.me.presses("Как идут дела")

    def reminds_silent(self) -> None:
        self.me.says("меню")
        self.me.presses("Люди")
        if any(label.startswith("Напомнить") for label in self.me.offered()):
            self.me.presses("Напомнить")

    def takes_lists(self) -> None:
        self.me.says("меню")
        self.me.presses("Люди")
        self.me.presses("Таблицы и бланки")
        self.me.presses("Наставники в Excel")
