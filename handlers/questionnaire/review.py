"""Looking through the answers and choosing one to change."""

from collections.abc import Sequence

from domain.forms import Answer, Question, live_answers
from handlers.callbacks import Go
from handlers.questionnaire.filling import Filling
from handlers.questionnaire.press import Edit, Open, Review, Send
from handlers.questionnaire.question import answer_words
from handlers.screen import Button, Screen, button, escape, lines, page_of, page_row, rows, shorten
from handlers.visit import Scene

PAGE_CHARACTERS = 2500
WITHOUT_PAGER, WITH_PAGER = 5, 4
"""Answers to choose from on one screen."""

LONGEST_ANSWER = 600


def review_screen(scene: Scene, filling: Filling, page: int = 0, remark: str = "") -> Screen:
    """All answers so far: to be sent when the form is complete, to go on with before, to be corrected at any time."""
    pages = pages_of(answers_shown(scene, filling))
    number = min(max(page, 0), len(pages) - 1)
    unsent = filling.submission.sent_at is None
    ready = unsent and filling.current is None
    return Screen(
        lines(
            remark,
            scene.texts("offline-for", name=filling.on_behalf_of) if filling.on_behalf_of else None,
            scene.texts("form-review") if ready else f"<b>{escape(filling.form.title)}</b>",
            pages[number],
            scene.texts("form-review-nothing-sent", trial=str(filling.submission.trial)) if unsent else None,
        ),
        (
            *page_row(
                scene.texts, number, len(pages), lambda other: Review(submission=filling.submission.id, page=other)
            ),
            *rows(*ways_on(scene, filling)),
        ),
    )


def ways_on(scene: Scene, filling: Filling) -> list[Button]:
    submission = filling.submission.id
    edit, home = (
        button(scene.texts("form-edit"), Edit(submission=submission)),
        button(scene.texts("home"), Go(to="home")),
    )
    if filling.submission.sent_at is not None:
        return [edit, home]
    if filling.current is not None:
        return [button(scene.texts("form-continue"), Open(submission=submission)), edit, home]
    send = scene.texts("form-send", trial=str(filling.submission.trial))
    return [button(send, Send(submission=submission)), edit, home]


def answers_shown(scene: Scene, filling: Filling) -> list[str]:
    answers = live_answers(filling.form, filling.answers, filling.person)
    return [
        answer_shown(scene, filling, question, answers[question.key])
        for question in filling.form.questions
        if question.key in answers
    ]


def answer_shown(scene: Scene, filling: Filling, question: Question, answer: Answer) -> str:
    """The question, the answer, and when it was changed if that was after sending."""
    words = escape(shorten(answer_words(scene, question, answer), LONGEST_ANSWER))
    line = scene.texts("form-review-line", question=escape(question.name), answer=words)
    day = filling.changed.get(question.key)
    if day is None:
        return line
    return f"{line}\n{scene.texts('form-review-changed', day=day)}"


def pages_of(texts: Sequence[str]) -> list[str]:
    """The texts joined into pages that fit a message."""
    pages = [""]
    for text in texts:
        if pages[-1] and len(pages[-1]) + len(text) > PAGE_CHARACTERS:
            pages.append("")
        pages[-1] = f"{pages[-1]}\n\n{text}".strip()
    return pages


def edit_screen(scene: Scene, filling: Filling, page: int) -> Screen:
    """Which answer is to be changed?"""
    answered = live_answers(filling.form, filling.answers, filling.person)
    asked = [question for question in filling.form.questions if question.key in answered]
    size = WITHOUT_PAGER if len(asked) <= WITHOUT_PAGER else WITH_PAGER
    on_page, number, pages = page_of(asked, page, size)
    choices = [edit_button(filling, question) for question in on_page]
    return Screen(scene.texts("form-edit-which"), (*rows(*choices), *edit_pager(scene, filling, number, pages)))


def edit_button(filling: Filling, question: Question) -> Button:
    return button(question.name, Edit(submission=filling.submission.id, question=question.key))


def edit_pager(scene: Scene, filling: Filling, number: int, pages: int) -> tuple[tuple[Button, ...], ...]:
    back = button(scene.texts("back"), Review(submission=filling.submission.id))
    if pages == 1:
        return ((back,),)
    earlier = button(scene.texts("previous-page"), Edit(submission=filling.submission.id, page=(number - 1) % pages))
    later = button(scene.texts("next-page"), Edit(submission=filling.submission.id, page=(number + 1) % pages))
    return ((earlier, later), (back,))
