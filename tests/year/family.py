"""Pupils and their parents: the child's code, the parent's own chat, the consent for the child, and its end."""

from datetime import datetime

from tests.http import scenes
from tests.http.person import Entry, Person
from tests.year.cast import Character
from tests.year.colleague import Colleague
from tests.year.year import Act, Year

HOME_FROM_WORK = 19


class Parent(Colleague):
    """Comes when the child shows the code."""

    withdrawn_at: datetime | None = None

    def vouches(self, link: str) -> None:
        """Open the code in a chat of one's own, and consent: first for oneself, then for the child."""
        who = self.character
        self.takes(Person.appears(self.year.stand, who.platform, who.name))
        self.me.opens(link)
        self.me.presses("Я родитель")
        self.me.presses("Даю согласие")
        self.me.presses("Даю согласие за ребёнка")
        self.me.says(who.name)

    def withdraws(self) -> None:
        """Take the consent for the child back, which ends the child's part in the programme."""
        self.me.says("меню")
        self.me.presses("Ещё")
        self.me.presses("Мои дети")
        self.me.presses("Согласия")
        self.me.presses("Отозвать: обработка")
        self.me.presses("Да, отозвать")
        self.withdrawn_at = self.year.stand.now()


class Pupil(Colleague):
    """May do nothing until the parent has consented, and is asked nothing personal until then."""

    def __init__(self, year: Year, character: Character, parent: Parent) -> None:
        super().__init__(year, character)
        self.parent = parent

    def comes(self, links: dict[str, str]) -> None:
        who = self.character
        self.takes(Person.appears(self.year.stand, who.platform, who.name))
        self.me.opens(links[who.platform])
        self.me.presses("Начать")
        self.me.presses(who.age)
        if "Даю согласие" in self.me.offered():
            self.me.presses("Даю согласие")
        self.shows_code()

    def shows_code(self) -> None:
        """The parent opens it in the evening."""
        words = self.me.presses("Показать родителю").sees().split()
        link = next(word for word in words if scenes.LINKS[self.parent.character.platform] in word)
        self.year.plan(self.year.at(self.year.now().date(), HOME_FROM_WORK, 30), lambda: self.parent.vouches(link))

    def answer_to(self, label: str, entry: Entry) -> Act | None:
        return (lambda: self.begins(entry)) if label == "Выбрать" else super().answer_to(label, entry)

    def begins(self, entry: Entry) -> None:
        """The parent has consented: choose a part and fill in the questionnaire."""
        if self.presses_there("Выбрать", entry):
            self.me.presses(self.character.role)
            scenes.fill_in(self.me, self.character.post, words="Хочу сделать проект к весенней конференции.")
