"""What a new version of a form means for those who began with an older one.

A begun submission goes on with its answers: those to questions that are gone are ignored, those that no longer
fit are asked again, new questions are asked in their place.
"""

from dataclasses import dataclass

from domain.forms.form import Form


@dataclass(frozen=True, slots=True)
class Changes:
    """Question keys: `reworded` keep their answers, `altered` may need a new one (kind, options or limits)."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    reworded: tuple[str, ...]
    altered: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.reworded or self.altered)


def changes(old: Form, new: Form) -> Changes:
    """What differs between two versions of a form."""
    earlier = {question.key: question for question in old.questions}
    later = {question.key: question for question in new.questions}
    both = [(earlier[key], question) for key, question in later.items() if key in earlier]
    altered = tuple(
        now.key
        for was, now in both
        if (was.kind, was.limits, was.required, was.own, {option.key for option in was.options})
        != (now.kind, now.limits, now.required, now.own, {option.key for option in now.options})
    )
    return Changes(
        added=tuple(key for key in later if key not in earlier),
        removed=tuple(key for key in earlier if key not in later),
        reworded=tuple(now.key for was, now in both if was != now and now.key not in altered),
        altered=altered,
    )
