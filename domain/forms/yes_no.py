"""«Да» and «нет» as people type them."""

from domain.forms.answer import Answer
from domain.forms.problem import Problem, ProblemCode
from domain.forms.wording import fold

YES = frozenset(
    (
        *("да", "ага", "угу", "ок", "yes", "д", "1", "конечно", "безусловно", "разумеется", "обязательно"),
        *(
            "хочу",
            "хотела",
            "хотел",
            "буду",
            "планирую",
            "согласна",
            "согласен",
            "готова",
            "готов",
            "рада",
            "рад",
        ),
        *("верно", "точно", "есть", "было", "можно", "очень", "скорее да", "думаю да", "наверное да"),
    )
)
NO = frozenset(
    (
        *(
            "нет",
            "неа",
            "н",
            "no",
            "2",
            "никогда",
            "ни разу",
            "нисколько",
            "пока нет",
            "скорее нет",
            "думаю нет",
        ),
        *(
            "наверное нет",
            "не хочу",
            "не хотела",
            "не хотел",
            "не буду",
            "не планирую",
            "не надо",
            "не нужно",
        ),
        *("не согласна", "не согласен", "не готова", "не готов", "не рада", "не рад", "не было", "не очень"),
    )
)
SIGNS = {"+": True, "👍": True, "✅": True, "-": False, "–": False, "—": False, "👎": False, "❌": False}


def read_yes_no(text: str) -> Answer | Problem:
    """Yes or no when the text begins with one of them and does not hold the other one too."""
    sign = SIGNS.get(text.strip())
    if sign is not None:
        return Answer(sign)
    said = fold(text)
    yes, no = _begins(said, YES), _begins(said, NO)
    words = set(said.split())
    both = {"да", "нет"} <= words or (yes and "не" in words)
    if yes is no or both:
        return Problem(ProblemCode.NOT_YES_NO)
    return Answer(yes)


def _begins(said: str, known: frozenset[str]) -> bool:
    return any(said == phrase or said.startswith(f"{phrase} ") for phrase in known)
