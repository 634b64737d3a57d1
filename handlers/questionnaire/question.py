"""One question as a screen: where we are, what is asked, the answers as buttons, the way back."""

from datetime import timedelta

from domain.forms import Answer, Chosen, Kind, Option, Question, counted, shown
from handlers.callbacks import Go
from handlers.questionnaire.filling import Filling
from handlers.questionnaire.press import Choose, Control, Page
from handlers.screen import MAX_BUTTONS, Button, Screen, button, escape, lines, page_of, shorten
from handlers.visit import Scene

NARROW = 18
"""Labels up to this length stand two in a row."""

NARROW_SINGLE, NARROW_PAGE, WIDE_SINGLE, WIDE_PAGE = 7, 5, 5, 4
"""How many options one screen shows beside three controls: all of them, or a page beside a pager."""

MARKS_IN_ROW = 5

LOW_KEY = "low"

EXPLAINED = {Kind.ONE_OF, Kind.SEVERAL_OF, Kind.SCALE, Kind.YES_NO, Kind.DATE, Kind.PHONE, Kind.FILE}

LONGEST_STANDING = 300

EXAMPLE_AHEAD = timedelta(days=7)
"""The date that is given as an example lies so far ahead."""

Row = tuple[Button, ...]


def question_screen(
    scene: Scene, filling: Filling, question: Question, *, page: int = 0, remark: str = "", low: bool = False
) -> Screen:
    """The question; ``remark`` is said before it, ``low`` opens the lowest marks of a scale."""
    text = lines(
        remark,
        scene.texts("offline-for", name=filling.on_behalf_of) if filling.on_behalf_of else None,
        progress(scene, filling, question),
        escape(question.text.strip()),
        f"<i>{escape(hint)}</i>" if (hint := hint_of(scene, question)) else None,
        standing_answer(scene, filling, question),
    )
    return Screen(text, (*answer_rows(scene, filling, question, page, low), controls(scene, filling, question)))


def progress(scene: Scene, filling: Filling, question: Question) -> str | None:
    """«Вопрос 3 из 9», and the section where the form has such."""
    place = filling.position_of(question)
    if place is None:
        return None
    numbers = {"number": place.number, "total": place.total}
    section = next((each.title for each in filling.form.sections if each.key == question.section), "")
    if section:
        return scene.texts("form-progress-section", section=escape(section), **numbers)
    return f"<b>{scene.texts('form-progress', **numbers)}</b>"


def hint_of(scene: Scene, question: Question) -> str:
    """How to answer: the question's own hint, and what its kind needs."""
    own = question.hint.strip()
    kind = "form-hint-" + question.kind
    args = {
        "lowest": question.limits.minimum or 1,
        "highest": question.limits.maximum or 10,
        "counted": "yes" if counted(question) else "no",
        "example": f"{scene.now + EXAMPLE_AHEAD:%d.%m.%Y}",
    }
    general = scene.texts(kind, **args) if question.kind in EXPLAINED and not own else ""
    optional = "" if question.required else scene.texts("form-hint-optional")
    return " ".join(part for part in (own, general, optional) if part)


def standing_answer(scene: Scene, filling: Filling, question: Question) -> str | None:
    """What stands as the answer so far; ticks on the one page of options speak for themselves."""
    answer = filling.answers.get(question.key)
    if answer is None or answer.skipped or answer.value == Chosen():
        return None
    ticks = question.kind is Kind.SEVERAL_OF
    if ticks and len(question.options) <= page_size(question) and not own_words(answer):
        return None
    words = escape(shorten(answer_words(scene, question, answer), LONGEST_STANDING))
    return scene.texts("form-hint-current" if answer.finished else "form-hint-ticked", answer=words)


def own_words(answer: Answer) -> str:
    return answer.value.own if isinstance(answer.value, Chosen) else ""


def answer_words(scene: Scene, question: Question, answer: Answer) -> str:
    """An answer in words, not yet escaped."""
    kept = shown(question, answer)
    return scene.texts(f"form-answer-{kept.code}", **kept.args)


def answer_rows(scene: Scene, filling: Filling, question: Question, page: int, low: bool) -> tuple[Row, ...]:
    if question.kind is Kind.SCALE:
        return scale_rows(scene, filling, question, low)
    if question.kind is Kind.YES_NO:
        yes = pick(filling, question, "yes", scene.texts("form-button-yes"))
        return ((yes, pick(filling, question, "no", scene.texts("form-button-no"))),)
    if not question.options:
        return ()
    return option_rows(scene, filling, question, page)


def pick(filling: Filling, question: Question, key: str, label: str) -> Button:
    return button(label, Choose(submission=filling.submission.id, question=question.key, key=key))


def scale_rows(scene: Scene, filling: Filling, question: Question, low: bool) -> tuple[Row, ...]:
    """A button a mark; where the controls leave too little room, the lowest marks share one."""
    lowest = question.limits.minimum if isinstance(question.limits.minimum, int) else 1
    highest = question.limits.maximum if isinstance(question.limits.maximum, int) else 10
    marks = list(range(lowest, highest + 1))
    room = MAX_BUTTONS - len(controls(scene, filling, question))
    together = marks[: len(marks) - room + 1] if len(marks) > room else []
    if together and low:
        return (tuple(pick(filling, question, str(mark), str(mark)) for mark in together),)
    buttons = [pick(filling, question, str(mark), str(mark)) for mark in marks[len(together) :]]
    if together:
        buttons.insert(0, pick(filling, question, LOW_KEY, f"{together[0]}–{together[-1]}"))
    return tuple(tuple(buttons[start : start + MARKS_IN_ROW]) for start in range(0, len(buttons), MARKS_IN_ROW))


def option_rows(scene: Scene, filling: Filling, question: Question, page: int) -> tuple[Row, ...]:
    options, number, pages = page_of(question.options, page, page_size(question))
    answer = filling.answers.get(question.key)
    chosen = answer.value.keys if answer is not None and isinstance(answer.value, Chosen) else ()
    buttons = [
        pick(filling, question, option.key, label_of(scene, question, option, option.key in chosen))
        for option in options
    ]
    width = 2 if is_narrow(question) else 1
    rows = [tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)]
    if pages > 1:
        rows.append(pager(scene, filling, question, number, pages))
    return tuple(rows)


def is_narrow(question: Question) -> bool:
    """Whether the labels are so short that two stand in a row."""
    return all(len(option.label) <= NARROW for option in question.options)


def page_size(question: Question) -> int:
    """How many options one screen shows, leaving room for the pager and the controls."""
    if is_narrow(question):
        return NARROW_SINGLE if len(question.options) <= NARROW_SINGLE else NARROW_PAGE
    return WIDE_SINGLE if len(question.options) <= WIDE_SINGLE else WIDE_PAGE


def label_of(scene: Scene, question: Question, option: Option, ticked: bool) -> str:
    if question.kind is not Kind.SEVERAL_OF:
        return option.label
    return scene.texts("form-option-ticked" if ticked else "form-option-unticked", label=option.label)


def pager(scene: Scene, filling: Filling, question: Question, number: int, pages: int) -> Row:
    """To the options before and after; not «Дальше», which reads as the next question."""

    def turn(key: str, to: int) -> Button:
        return button(scene.texts(key), Page(submission=filling.submission.id, question=question.key, page=to))

    earlier = (turn("form-options-earlier", number - 1),) if number > 0 else ()
    later = (turn("form-options-later", number + 1),) if number + 1 < pages else ()
    return earlier + later


def controls(scene: Scene, filling: Filling, question: Question) -> Row:
    """The ways on, and the way back."""

    def control(what: str) -> Button:
        return button(
            scene.texts(f"form-button-{what}"),
            Control(submission=filling.submission.id, question=question.key, what=what),
        )

    row = [control(what) for what in ways_on(filling, question)]
    has_way_back = filling.previous is not None or filling.submission.returned_to
    row.append(control("back") if has_way_back else button(scene.texts("home"), Go(to="home")))
    return tuple(row)


def ways_on(filling: Filling, question: Question) -> list[str]:
    """Controls that lead on; only ``erase`` takes an answer away, and ticks that are being set cannot be skipped."""
    answer, stands = filling.answers.get(question.key), filling.stands(question)
    ticking = answer is not None and answer.value != Chosen() and not answer.finished
    ways = ["done"] if question.kind is Kind.SEVERAL_OF else ["keep"] if stands else []
    if not question.required and not ticking:
        ways.append("erase" if stands else "skip")
    return ways
