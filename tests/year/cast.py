"""Who lives the year: twelve people, each with a messenger, a part in the programme and a way of answering."""

from dataclasses import dataclass, field
from enum import StrEnum


class Manner(StrEnum):
    """How somebody answers the bot."""

    QUICK = "отвечает быстро"
    SLOW = "отвечает через несколько дней"
    EVENING = "отвечает по вечерам и в выходные"
    SILENT = "бросает анкету на середине"
    BLOCKS = "блокирует бота зимой"
    MOVES = "меняет мессенджер посреди анкеты"
    AWAY = "просит не писать две недели"
    DECLINES = "отказывается от пары, отвечает за строки карты"
    NO_SURVEYS = "не отвечает на опросы"


@dataclass(frozen=True, slots=True)
class Character:
    name: str
    platform: str
    role: str
    post: str
    manner: Manner
    comes_on: int
    """The day of the year's story on which she opens the invitation."""
    outcomes: tuple[str, ...] = field(default=("Да",))
    """How her meetings go, in turn and round again; a mentor's own."""

    @property
    def surname(self) -> str:
        return self.name.split()[0]


MENTOR, MENTEE, BOTH = "Наставником", "Наставляемым", "И тем, и другим"

CURATOR = Character("Смирнова Ольга Ивановна", "telegram", "", "Куратор", Manner.QUICK, 0)

TKACH = Character(
    "Ткач Мария Сергеевна", "vk", MENTOR, "Воспитатель старшей группы", Manner.QUICK, 1, ("Да", "Да", "Перенесли")
)
DUMAS = Character("Дюма Анна Петровна", "telegram", MENTEE, "Воспитатель младшей группы", Manner.QUICK, 1)
KOVALENKO = Character(
    "Коваленко Ирина Львовна", "telegram", MENTOR, "Старший воспитатель", Manner.SLOW, 2, ("Да", "Не было")
)
YUSUPOVA = Character("Юсупова Алия Маратовна", "vk", MENTEE, "Музыкальный руководитель", Manner.SLOW, 3)
ORLOVA = Character("Орлова Вера Павловна", "vk", MENTEE, "Воспитатель", Manner.SILENT, 1)
BELOV = Character("Белов Игорь Николаевич", "telegram", MENTOR, "Учитель физкультуры", Manner.BLOCKS, 2)
ZAITSEVA = Character("Зайцева Нина Фёдоровна", "vk", MENTEE, "Логопед", Manner.NO_SURVEYS, 2)
GROMOVA = Character("Громова Светлана Юрьевна", "telegram", MENTEE, "Психолог", Manner.MOVES, 1)
PETROVA = Character("Петрова Людмила Андреевна", "vk", MENTOR, "Воспитатель", Manner.AWAY, 3)
RYABOVA = Character("Рябова Галина Семёновна", "telegram", MENTOR, "Заместитель заведующего", Manner.DECLINES, 1)
KIM = Character("Ким Елена Владимировна", "vk", BOTH, "Воспитатель", Manner.EVENING, 4)

COLLEAGUES = (TKACH, DUMAS, KOVALENKO, YUSUPOVA, ORLOVA, BELOV, ZAITSEVA, GROMOVA, PETROVA, RYABOVA, KIM)

PAIRS = ((TKACH, DUMAS), (KOVALENKO, YUSUPOVA), (BELOV, ZAITSEVA), (PETROVA, GROMOVA), (RYABOVA, KIM))
"""Mentor and mentee, as the curator proposes them in September."""

SECOND_CHOICE = {KIM.surname: TKACH, ZAITSEVA.surname: PETROVA}
"""Whom the curator proposes to a mentee whose first pair did not last."""
