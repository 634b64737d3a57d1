"""Who lives the year: each with a messenger, a part in the programme and a way of answering."""

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
    age: str = "Да, мне есть 18"
    """What is pressed when the age is asked."""

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

LEBEDEVA = Character("Лебедева Тамара Юрьевна", "vk", MENTOR, "Учитель биологии", Manner.QUICK, 2)

LISITSYN = Character(
    "Лисицын Пётр Олегович", "telegram", MENTEE, "6 «А» класс", Manner.QUICK, 4, age="Мне ещё нет 14"
)
VOLOSHINA = Character("Волошина Анна Игоревна", "vk", "", "Родитель", Manner.EVENING, 4)
SUBBOTINA = Character(
    "Субботина Дарья Павловна", "vk", MENTEE, "9 «Б» класс", Manner.QUICK, 5, ("Да", "Не было"), "Мне 14–17 лет"
)
MARCHENKO = Character("Марченко Павел Ильич", "telegram", "", "Родитель", Manner.EVENING, 5)

FAMILIES = ((LISITSYN, VOLOSHINA), (SUBBOTINA, MARCHENKO))
"""Pupil and parent."""

NIKITINA = Character("Никитина Раиса Егоровна", "", "Наставляемый", "Воспитатель", Manner.QUICK, 0)
"""Has no messenger: the curator enters what she has filled in on paper."""
SUCCESSOR = Character("Гусева Елена Михайловна", "vk", "", "Куратор", Manner.QUICK, 0)
"""To whom the organisation is handed over in the middle of the year."""

COLLEAGUES = (TKACH, DUMAS, KOVALENKO, YUSUPOVA, ORLOVA, BELOV, ZAITSEVA, GROMOVA, PETROVA, RYABOVA, KIM, LEBEDEVA)

BY_NAME = (LEBEDEVA, BELOV)
"""Who is on the list that the curator sends, and comes by a personal invitation."""

PAIRS = (
    (TKACH, DUMAS),
    (KOVALENKO, YUSUPOVA),
    (BELOV, ZAITSEVA),
    (PETROVA, GROMOVA),
    (RYABOVA, KIM),
    (LEBEDEVA, LISITSYN),
    (KIM, SUBBOTINA),
)
"""Mentor and mentee, as the curator proposes them in September."""

SECOND_CHOICE = {KIM.surname: TKACH, ZAITSEVA.surname: PETROVA}
"""Whom the curator proposes to a mentee whose first pair did not last."""

COORDINATOR = Character("Титова Нина Олеговна", "vk", "", "Координатор района", Manner.QUICK, 0)
SECOND_CURATOR = Character("Авдеева Марина Викторовна", "vk", "", "Куратор", Manner.QUICK, 1)
OF_THE_SCHOOL = (TKACH, DUMAS, KOVALENKO, YUSUPOVA)
"""Who takes part in the first organisation of a district; its pairs are among ``PAIRS``."""
