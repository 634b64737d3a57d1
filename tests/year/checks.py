"""What must be true of any year: each check gives the cases that break it, in words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, time

from tests.http.person import Who
from tests.year import privacy
from tests.year.judged import Year, described, shortened
from tests.year.ledger import TaskEnd

BESIDES = {"meeting", "outcome", "meeting_set", "meeting_cancelled", "letter", "request_opened", "request_closed"} | {
    "consent_withdrawn",
    "mentor_leaves",
    "pair_agreed",
    "pair_broken",
    "role_taken_on",
    "taken_out",
}
"""What people tell each other: besides the one unasked message of a working day, on days off too, but by day."""

ANSWERS = {"letter_answered", "post_published", "post_failed", "guardian_agreed", "current_screen"}
"""Were asked for: at any hour."""

APOLOGY = "Не получилось обработать"
DAY = (time(8), time(19))
MOST_NUDGES = 2

LONGEST_TEXT, LONGEST_LABEL, MOST_BUTTONS, MOST_ROWS, MOST_IN_ROW = 4096, 40, 10, 6, 5

FOREIGN = re.compile(r"[A-Za-z]{2,}")
LINK = re.compile(r"https?://\S+|\b[\w-]+\.(?:xlsx|docx|txt|png|pdf)\b|[A-Z2-9]{4}-[A-Z2-9]{4}")
USUAL = {"Telegram", "VK", "QR", "Excel", "xlsx", "docx", "pdf", "txt", "tsv", "html"}
TECHNICAL = re.compile(r"[{}]|\bNone\b|Traceback|\b(?:id|ID)\b")


def one_unasked_a_day(year: Year) -> Iterator[str]:
    counts: Counter[tuple[str, date]] = Counter()
    for told in year.ledger.told():
        if not told.kinds <= BESIDES | ANSWERS:
            counts[told.name, year.local(told.at).date()] += 1
    yield from (f"{name}, {day:%d.%m.%Y}: {count}" for (name, day), count in counts.items() if count > 1)


def only_by_day(year: Year) -> Iterator[str]:
    for told in year.ledger.told():
        if not told.kinds <= ANSWERS and not DAY[0] <= year.local(told.at).time() <= DAY[1]:
            yield described(year, told)


def never_on_days_off(year: Year) -> Iterator[str]:
    special = year.ledger.days_off()
    for told in year.ledger.told():
        day = year.local(told.at).date()
        if not told.kinds <= ANSWERS | BESIDES and special.get(day, day.weekday() >= 5):
            yield described(year, told)


def unasked_are_notices(year: Year) -> Iterator[str]:
    """Nothing comes of itself but a notice, and each is shown once; of who was erased no notice tells any more."""
    sent = Counter((told.account, told.at) for told in year.ledger.told())
    erased = {surname for surname, _ in privacy.gone(year)}
    for person in (each for each in year.accounts() if each.name.split()[0] not in erased):
        acted = {entry.at for entry in person.diary if entry.who is Who.PERSON}
        shown = Counter(entry.at for entry in person.diary if entry.who is Who.UNASKED and entry.at not in acted)
        for at, count in shown.items():
            if count > sent[(person.platform, person.id), at]:
                yield f"{person.name}, {year.when(at)}: показано {count}"


def notices_have_ended(year: Year) -> Iterator[str]:
    query = "SELECT kind, key, state FROM notice WHERE state IN ('waiting', 'claimed') AND due_at <= :now"
    for row in year.ledger.rows(query, {"now": f"{year.ledger.now.replace(tzinfo=None)!s}"}):
        yield f"{row['key']}: {row['state']}"


def nobody_waits(year: Year) -> Iterator[str]:
    """Proposals, letters, surveys, questionnaires and meetings have an answer or an end."""
    now = {"now": f"{year.ledger.now.replace(tzinfo=None)!s}"}
    rows = year.ledger.rows
    yield from (f"пара {row['id']} всё ещё предложена" for row in rows(PROPOSED))
    yield from (f"письмо от {row['name']} без ответа" for row in rows(LETTERS))
    yield from (f"опрос {row['id']} не закрыт" for row in rows(SURVEYS, now))
    yield from (f"{row['name']}: анкета не отправлена, напоминаний {row['nudges']}" for row in rows(FORMS))
    yield from (f"встреча {row['id']}: не спросили, как прошла" for row in rows(MEETINGS, now))
    yield from (f"публикация {row['id']}: {row['state']}" for row in rows(POSTS, now))


PROPOSED = "SELECT id FROM mentorship WHERE status = 'proposed'"
LETTERS = "SELECT p.name FROM letter l JOIN person p ON p.id = l.person_id WHERE l.answered_at IS NULL"
SURVEYS = "SELECT id FROM survey WHERE closed_at IS NULL AND closes_at <= :now"
FORMS = f"""
    SELECT name, nudges FROM (
        SELECT p.name, (SELECT count(*) FROM notice n WHERE n.kind = 'form' AND n.state = 'done'
            AND json_extract(n.subject, '$.form') = s.id) AS nudges
        FROM submission s JOIN person p ON p.id = s.person_id WHERE s.sent_at IS NULL AND s.survey_id IS NULL
    ) WHERE nudges < {MOST_NUDGES}
"""
MEETINGS = """
    SELECT m.id FROM meeting m JOIN mentorship s ON s.id = m.mentorship_id
    WHERE m.status = 'planned' AND s.status = 'agreed' AND m.starts_at <= datetime(:now, '-2 days')
    AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.kind = 'outcome' AND n.state = 'done'
        AND json_extract(n.subject, '$.meeting') = m.id)
"""
POSTS = "SELECT id, state FROM post WHERE state = 'failed' OR (state = 'approved' AND publish_at <= :now)"


def tasks_have_ended(year: Year) -> Iterator[str]:
    yield from (f"строка {task.row}" for task in year.ledger.tasks() if not end_of(year, task))


def end_of(year: Year, task: TaskEnd) -> str:
    """How a task has ended, or why it is open; empty when it is open without a reason."""
    if task.done_at is not None:
        late = task.due is not None and year.local(task.done_at).date() > task.due
        return f"выполнена {year.local(task.done_at):%d.%m.%Y}{' с опозданием' if late else ''}, {task.done_by}"
    if task.kind == "request":
        return "открыта: по запросу, срока нет"
    if task.due is None:
        asked = task.id in year.ledger.rows_asked()
        return "открыта: даты нет, куратора спросили" if asked else ""
    if task.due >= year.local(year.ledger.now).date():
        return "открыта: срок ещё впереди"
    return "открыта: просрочена, куратор знает" if task.id in year.ledger.subjects_told("overdue") else ""


def nothing_twice_a_day(year: Year) -> Iterator[str]:
    for person in year.accounts():
        seen = Counter(
            (year.local(entry.at).date(), entry.text)
            for entry in person.diary
            if entry.who is Who.UNASKED and entry.text
        )
        for (day, text), count in seen.items():
            if count > 1:
                yield f"{person.name}, {day:%d.%m.%Y}, {count} раза: {shortened(text)}"


def within_limits(year: Year) -> Iterator[str]:
    for person, entry in year.seen():
        labels = entry.labels
        fits = len(entry.text) <= LONGEST_TEXT and len(labels) <= MOST_BUTTONS and len(entry.buttons) <= MOST_ROWS
        if not fits or any(len(row) > MOST_IN_ROW for row in entry.buttons):
            yield f"{person.name}: {shortened(entry.text)}"
        yield from (f"{person.name}: {label}" for label in labels if not 1 <= len(label) <= LONGEST_LABEL)


def in_plain_russian(year: Year) -> Iterator[str]:
    """No foreign words but names of things, and nothing of a machine's."""
    for person, entry in year.seen():
        for text in (entry.text, *entry.labels):
            foreign = [word for word in FOREIGN.findall(LINK.sub("", text)) if word not in USUAL]
            if foreign or TECHNICAL.search(LINK.sub("", text)):
                yield f"{person.name}: {', '.join(foreign)} в «{shortened(text)}»"


def never_apologises(year: Year) -> Iterator[str]:
    """No update had to be set aside."""
    for person, entry in year.seen():
        if entry.text.startswith(APOLOGY):
            yield f"{person.name}, {year.when(entry.at)}"


def offline_are_entered(year: Year) -> Iterator[str]:
    """Whoever has no messenger is in the bank with her questionnaire, and nobody tries to write to her."""
    for who in year.lived.offline:
        entered = year.ledger.rows(ENTERED, {"name": who.name})
        if not entered:
            yield f"{who.name}: анкеты нет"
        yield from (f"{who.name}: {row['notices']} сообщений" for row in entered if row["notices"])


ENTERED = """
    SELECT (SELECT count(*) FROM notice n WHERE n.person_id = p.id) AS notices
    FROM person p JOIN submission s ON s.person_id = p.id
    WHERE p.name = :name AND s.sent_at IS NOT NULL AND s.entered_by IS NOT NULL
"""


def who_handed_over_is_left_alone(year: Year) -> Iterator[str]:
    if year.lived.before is None:
        return
    person, at = year.lived.before
    for entry in person.diary:
        if entry.at > at and entry.who is Who.UNASKED:
            yield f"{person.name}, {year.when(entry.at)}: {shortened(entry.text)}"


CHECKS: dict[str, Callable[[Year], Iterator[str]]] = {
    "не больше одного непрошеного сообщения в рабочий день": one_unasked_a_day,
    "непрошеное приходит только с 8 до 19": only_by_day,
    "в выходные ничего непрошеного, кроме встреч и писем": never_on_days_off,
    "само приходит только уведомление, и один раз": unasked_are_notices,
    "у каждого уведомления есть конец": notices_have_ended,
    "никто не ждёт впустую": nobody_waits,
    "у каждой строки карты есть конец или причина": tasks_have_ended,
    "ничего не повторяется слово в слово за день": nothing_twice_a_day,
    "всё помещается в оба мессенджера": within_limits,
    "бот ни разу не извинялся за свою ошибку": never_apologises,
    "тексты по-русски и без технических слов": in_plain_russian,
    "без нужных согласий никто не получил ничего личного": privacy.only_with_consent,
    "пары только у тех, чьи согласия действуют": privacy.pairs_with_consent,
    "имени отозвавшего согласие в базе нет": privacy.nothing_left,
    "отозвавшего больше не показали и не тревожили": privacy.not_heard_of_again,
    "кто без мессенджера, записан, и ему не пишут": offline_are_entered,
    "кто передал организацию, того больше не тревожат": who_handed_over_is_left_alone,
    "куратор узнал об отзыве": privacy.curator_was_told,
}
