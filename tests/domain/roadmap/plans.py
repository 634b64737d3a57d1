"""A plan of our own with the habits of real ones, as a table to be damaged by tests."""

from domain.roadmap import Roadmap, Source, Table, Text, read

HEADINGS = ("Содержание", "Сроки", "Ожидаемый результат (вид документа)", "Показатели эффективности", "Ответственный")
ABOVE = (
    "УТВЕРЖДАЮ",
    "Директор МБОУ СОШ № 3 г. Лесного",
    "Ветрова И.П.",
    "Приказ № 17 от 28.08.2025",
    "",
    "План мероприятий (дорожная карта)",
    "внедрения целевой модели наставничества",
    "на 2025-2026 учебный год",
)
ROWS = (
    ("Подготовительный этап", "", "", "", ""),
    (
        "Издание приказа о внедрении целевой модели наставничества",
        "до 15.09.2025",
        "Приказ по школе",
        "издан приказ",
        "Ветрова И.П.",
    ),
    (
        "Информирование родителей, законных представителей и учеников о программе",
        "Сентябрь 2025",
        "Родительские собрания, записи на сайте школы",
        "охвачено не менее 80% семей",
        "Кедров С.А. Ветрова И.П.",
    ),
    (
        "Сбор согласий на обработку персональных данных участников",
        "до 19 сентября 2025 г.",
        "Подписанные согласия",
        "согласия есть у 100% участников",
        "Кедров С.А.",
    ),
    ("Основной этап", "", "", "", ""),
    (
        "Анкетирование будущих наставников и наставляемых",
        "22.09.2025-03.10.2025",
        "Заполненные анкеты, сводная таблица",
        "заполнено не менее 20 анкет",
        "Педагог-психолог",
    ),
    (
        "Консультации наставников по запросу молодых учителей",
        "по запросу",
        "Журнал консультаций",
        "проведено не менее 12 консультаций",
        "Кедров С.А.",
    ),
    (
        "Взаимное посещение уроков внутри каждой пары",
        "ежемесячно",
        "Листы наблюдения уроков",
        "не менее 1 урока в месяц",
        "Наставники",
    ),
    (
        "Круглый стол о первых итогах работы пар",
        "Январь 2026",
        "Протокол круглого стола",
        "участвовали все пары",
        "Ветрова И.П.",
    ),
)
SECTIONS = (0, 4)
ACTIVITIES = tuple(row[0] for index, row in enumerate(ROWS) if index not in SECTIONS)


def plan(
    rows: object = ROWS, above: tuple[str, ...] = ABOVE, headings: tuple[str, ...] = HEADINGS, **table: object
) -> Roadmap:
    """Read the headings and rows as one table below the text."""
    cells = (headings, *map(tuple, rows)) if headings else tuple(map(tuple, rows))
    return read(Source("txt", (Text(above), Table(cells, **table))))


def facts(roadmap: Roadmap) -> list[tuple[object, ...]]:
    """All that a reader must get right of each row."""
    return [
        (
            row.section,
            row.activity,
            row.result,
            row.indicator,
            row.responsible,
            row.due.kind,
            row.due.start,
            row.due.end,
        )
        for row in roadmap.rows
    ]


def codes(roadmap: Roadmap) -> set[str]:
    return {finding.code for finding in roadmap.findings}


def with_row(row: tuple[str, ...], at: int = len(ROWS)) -> tuple[tuple[str, ...], ...]:
    """The plan with one more row."""
    return (*ROWS[:at], row, *ROWS[at:])
