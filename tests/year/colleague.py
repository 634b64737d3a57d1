"""A mentor or a mentee of the story: what she does of herself, and how she answers what comes."""

import random
from datetime import datetime, timedelta

from tests.http import scenes
from tests.http.person import Entry, Person
from tests.year.cast import BOTH, MENTOR, Character, Manner
from tests.year.year import Act, Year

WEEKS_BETWEEN_MEETINGS = 4
ASKED = ("Состоялась", "— состоялась?")
SLOW_DAYS = (2, 4)
TYPED = ("в четверг в 14", "завтра в 11", "в среду в 15:30")
MARKS = ("on time", "late", "never")


class Colleague:
    """Heeds a message by the buttons under it, after as long as is her manner."""

    def __init__(self, year: Year, character: Character) -> None:
        self.year, self.character = year, character
        self.random = random.Random(character.name)
        self.person: Person | None = None
        self.accounts: list[Person] = []
        self.handled: set[str] = set()
        self.meetings = 0
        self.blocked = False

    @property
    def me(self) -> Person:
        assert self.person is not None
        return self.person

    def comes(self, links: dict[str, str]) -> None:
        """Open the invitation and fill in the questionnaire, or as much of it as she does."""
        who = self.character
        self.takes(scenes.begin(self.year.stand, links[who.platform], who.platform, who.name, who.role))
        if who.manner is Manner.SILENT:
            scenes.fill_in(self.me, who.post, most=4)
        elif who.manner is Manner.SLOW:
            scenes.fill_in(self.me, who.post, most=5)
        elif who.manner is Manner.MOVES:
            scenes.fill_in(self.me, who.post, most=4)
            self.later(self.moves_to_the_other_messenger, days=3)
        else:
            scenes.fill_in(self.me, who.post, words="Хочу больше пробовать нового с детьми.")

    def takes(self, person: Person) -> None:
        """From now on she uses this account."""
        self.person = person
        self.accounts.append(person)
        self.year.joins(person, self.heeds)

    def moves_to_the_other_messenger(self) -> None:
        """Ask for the code where the form was begun, and go on where it is pasted."""
        self.me.says("меню")
        self.me.presses("Ещё")
        self.me.presses("Куда мне писать")
        words = self.me.presses("Продолжить в другом").sees().split()
        link = next(word for word in words if scenes.LINKS["vk"] in word)
        other = Person.appears(self.year.stand, "vk", self.character.name)
        self.takes(other)
        other.opens(link)
        other.presses("Продолжить")
        scenes.fill_in(other, self.character.post)

    def later(self, act: Act, days: int | None = None) -> None:
        """Plan something at an hour that is hers."""
        self.year.plan(self.moment(days), act)

    def moment(self, days: int | None = None) -> datetime:
        now, manner = self.year.now(), self.character.manner
        if manner is Manner.EVENING:
            return self.year.at(now.date() + timedelta(days=days or 0), 20, self.random.randrange(60))
        if days is None and manner is Manner.SLOW:
            days = self.random.randint(*SLOW_DAYS)
        if days:
            return self.year.at(now.date() + timedelta(days=days), 10 + self.random.randrange(7))
        return now + timedelta(minutes=20 + self.random.randrange(90))

    def heeds(self, entry: Entry) -> None:
        """Plan an answer to a message, once for each matter."""
        if self.blocked or self.character.manner is Manner.SILENT:
            return
        for label in entry.labels:
            act = self.answer_to(label, entry)
            if act is not None:
                self.later(act)
                return

    def answer_to(self, label: str, entry: Entry) -> Act | None:
        if label == "Посмотреть":
            return lambda: self.looks_at_pairs(entry)
        if label == "Да":
            return lambda: self.says_how_it_went(entry)
        if label == "Хорошо" and self.random.random() < 0.5:
            return lambda: self.presses_there("Хорошо", entry)
        if label.startswith("Ответить"):
            return None if self.character.manner is Manner.NO_SURVEYS else lambda: self.answers_survey(label, entry)
        if label.startswith(("Продолжить: ", "Начать: ")):
            return lambda: self.goes_on_with_form(label, entry)
        if label == "Назначить встречу" and self.character.role != BOTH:
            return self.sets_meeting
        if label.startswith("Строка "):
            return lambda: self.looks_at_rows(entry)
        return None

    def presses_there(self, label: str, entry: Entry) -> bool:
        """Press a button of that very message, if it is still there."""
        there = next((each for each in self.me.chat() if each["id"] == entry.message), None)
        if there is None or all(label not in row for row in there["buttons"]):
            return False
        self.me.presses(label, entry.message)
        return True

    def looks_at_pairs(self, entry: Entry) -> None:
        """There may be news of several pairs in one message."""
        for label in (each for each in entry.labels if each.startswith("Посмотреть")):
            self.looks_at_pair(label, entry)

    def looks_at_pair(self, label: str, entry: Entry) -> None:
        if not self.presses_there(label, entry):
            return
        if "Согласиться" in self.me.offered():
            declines = self.character.manner is Manner.DECLINES
            self.me.presses("Отказаться" if declines else "Согласиться")
        if self.character.role == MENTOR and "Назначить встречу" in self.me.offered():
            self.later(self.sets_meeting, days=2)

    def sets_meeting(self) -> None:
        """By a suggestion or in her own words, in turn; nothing when a meeting stands or there is no pair."""
        if self.blocked or self.year.now().month in (6, 7, 8):
            return
        self.me.says("меню")
        opener = next((label for label in self.me.offered() if label.startswith(("Наша пара", "Пара: "))), "")
        if "Назначить встречу" not in self.me.offered() and opener:
            self.me.presses(opener)
        if "Назначить встречу" not in self.me.offered():
            return
        self.me.presses("Назначить встречу")
        self.chooses_time()

    def chooses_time(self) -> None:
        self.meetings += 1
        if self.meetings % 2:
            self.me.presses(self.me.offered()[0])
        else:
            self.me.says(TYPED[self.meetings // 2 % len(TYPED)])
            if "Да, назначить" in self.me.offered():
                self.me.presses("Да, назначить")

    def says_how_it_went(self, entry: Entry) -> None:
        """The first of the two who answers says it; the mentor thinks of the next meeting."""
        outcome = self.character.outcomes[self.meetings % len(self.character.outcomes)]
        if not self.presses_there(outcome, entry):
            return
        if "Когда встретиться?" in self.me.sees():
            self.chooses_time()
        elif self.character.role == MENTOR:
            self.later(self.sets_meeting, days=7 * (WEEKS_BETWEEN_MEETINGS - 1))

    def answers_survey(self, label: str, entry: Entry) -> None:
        if self.presses_there(label, entry):
            scenes.fill_in(self.me, words="Спокойный разговор с коллегой раз в месяц.")

    def goes_on_with_form(self, label: str, entry: Entry) -> None:
        if self.presses_there(label, entry):
            scenes.fill_in(self.me, self.character.post)

    def looks_at_rows(self, entry: Entry) -> None:
        """A responsible person: some rows she closes at the first reminder, some when late, some never."""
        for label in entry.labels:
            if label.startswith("Строка ") and label not in self.handled:
                self.handled.add(label)
                self.later(lambda label=label: self.closes_row(label, entry), days=self.days_until_closed())

    def days_until_closed(self) -> int:
        return {"on time": 1, "late": 25, "never": 0}[MARKS[len(self.handled) % len(MARKS)]]

    def closes_row(self, label: str, entry: Entry) -> None:
        never = MARKS[(sorted(self.handled).index(label) + 1) % len(MARKS)] == "never"
        if not self.presses_there(label, entry) or never or "Выполнено" not in self.me.offered():
            return
        self.me.presses("Выполнено")
        self.me.presses("Приложить подтверждение")
        self.me.says("Приказ подписан, лежит в папке «Наставничество».")

    def asks_for_quiet(self) -> None:
        self.me.says("меню")
        self.me.presses("Не писать до")
        self.me.presses("Две недели")

    def writes_to_curator(self, words: str) -> None:
        """A text that is no answer, passed on."""
        self.me.says(words)
        self.me.presses("Передать куратору")

    def asks_for(self, words: str) -> None:
        """Ask under a row «по запросу», where the roadmap has one."""
        self.me.says("меню")
        if "Попросить…" in self.me.offered():
            self.me.presses("Попросить…")
            self.me.presses(self.me.offered()[0])
            self.me.says(words)

    def blocks(self) -> None:
        self.blocked = True
        self.me.blocks()
