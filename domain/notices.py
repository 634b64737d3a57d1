"""Kinds of notices besides reminders, and how much each may disturb."""

from enum import StrEnum

from domain.reminders import Courtesy, Kind, courtesy_of


class News(StrEnum):
    """What happened that somebody else has to know."""

    PAIR_PROPOSED = "pair_proposed"
    PAIR_AGREED = "pair_agreed"
    PAIR_DECLINED = "pair_declined"
    PAIR_CLOSED = "pair_closed"
    PAIR_BROKEN = "pair_broken"
    """Closed while it went on: somebody has left, or a meeting was planned."""
    MEETING_SET = "meeting_set"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_OUTCOME = "meeting_outcome"
    PARTNER_AWAY = "partner_away"
    REQUEST_OPENED = "request_opened"
    REQUEST_CLOSED = "request_closed"
    LETTER = "letter"
    LETTER_ANSWERED = "letter_answered"
    SURVEY_OPENED = "survey_opened"
    SURVEY_ENDED = "survey_ended"
    POST_PUBLISHED = "post_published"
    POST_FAILED = "post_failed"
    PROGRAMME_NEWS = "programme_news"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_NEEDED = "consent_needed"
    GUARDIAN_AGREED = "guardian_agreed"
    TAKEN_OUT = "taken_out"
    AGE_CLAIMED = "age_claimed"
    AGE_CONFIRMED = "age_confirmed"
    MENTOR_LEAVES = "mentor_leaves"
    MENTOR_INVITED = "mentor_invited"
    WISHES_ASKED = "wishes_asked"
    PRACTICE_WAITS = "practice_waits"
    PRACTICE_DECIDED = "practice_decided"
    UNREACHABLE = "unreachable"
    ROWS_GIVEN = "rows_given"
    DISTRICT_ROWS = "district_rows"
    DISTRICT_NUDGE = "district_nudge"
    DISTRICT_DUE_MOVED = "district_due_moved"
    DISTRICT_JOINED = "district_joined"
    DISTRICT_LEFT = "district_left"
    DISTRICT_EXCLUDED = "district_excluded"
    AGREEMENT_ENDS = "agreement_ends"
    ROLE_TAKEN_ON = "role_taken_on"
    ROLE_TAKEN_AWAY = "role_taken_away"
    ROADMAP_SIGNED = "roadmap_signed"
    RETENTION_SOON = "retention_soon"
    RETENTION_DONE = "retention_done"
    RETENTION_LONGER = "retention_longer"
    LEFT_PROGRAMME = "left_programme"
    WRITES_HERE = "writes_here"
    RECORDS_JOINED = "records_joined"
    CAME_BACK = "came_back"
    CURRENT_SCREEN = "current_screen"


COURTESY: dict[str, Courtesy] = {
    News.PAIR_PROPOSED: Courtesy.UNASKED,
    News.PAIR_AGREED: Courtesy.CONVERSATION,
    News.PAIR_DECLINED: Courtesy.UNASKED,
    News.PAIR_CLOSED: Courtesy.UNASKED,
    News.PAIR_BROKEN: Courtesy.CONVERSATION,
    News.MEETING_SET: Courtesy.CONVERSATION,
    News.MEETING_CANCELLED: Courtesy.CONVERSATION,
    News.MEETING_OUTCOME: Courtesy.UNASKED,
    News.PARTNER_AWAY: Courtesy.UNASKED,
    News.REQUEST_OPENED: Courtesy.CONVERSATION,
    News.REQUEST_CLOSED: Courtesy.CONVERSATION,
    News.LETTER: Courtesy.CONVERSATION,
    News.LETTER_ANSWERED: Courtesy.ANSWER,
    News.SURVEY_OPENED: Courtesy.UNASKED,
    News.SURVEY_ENDED: Courtesy.UNASKED,
    News.POST_PUBLISHED: Courtesy.ANSWER,
    News.POST_FAILED: Courtesy.ANSWER,
    News.PROGRAMME_NEWS: Courtesy.UNASKED,
    News.CONSENT_WITHDRAWN: Courtesy.CONVERSATION,
    News.CONSENT_NEEDED: Courtesy.UNASKED,
    News.GUARDIAN_AGREED: Courtesy.ANSWER,
    News.TAKEN_OUT: Courtesy.CONVERSATION,
    News.AGE_CLAIMED: Courtesy.CONVERSATION,
    News.AGE_CONFIRMED: Courtesy.ANSWER,
    News.MENTOR_LEAVES: Courtesy.CONVERSATION,
    News.MENTOR_INVITED: Courtesy.UNASKED,
    News.WISHES_ASKED: Courtesy.UNASKED,
    News.PRACTICE_WAITS: Courtesy.UNASKED,
    News.PRACTICE_DECIDED: Courtesy.ANSWER,
    News.UNREACHABLE: Courtesy.UNASKED,
    News.ROWS_GIVEN: Courtesy.UNASKED,
    News.DISTRICT_ROWS: Courtesy.UNASKED,
    News.DISTRICT_NUDGE: Courtesy.UNASKED,
    News.DISTRICT_DUE_MOVED: Courtesy.UNASKED,
    News.DISTRICT_JOINED: Courtesy.UNASKED,
    News.DISTRICT_LEFT: Courtesy.UNASKED,
    News.DISTRICT_EXCLUDED: Courtesy.UNASKED,
    News.AGREEMENT_ENDS: Courtesy.UNASKED,
    News.ROLE_TAKEN_ON: Courtesy.CONVERSATION,
    News.ROLE_TAKEN_AWAY: Courtesy.CONVERSATION,
    News.ROADMAP_SIGNED: Courtesy.CONVERSATION,
    News.RETENTION_SOON: Courtesy.UNASKED,
    News.RETENTION_DONE: Courtesy.UNASKED,
    News.RETENTION_LONGER: Courtesy.UNASKED,
    News.LEFT_PROGRAMME: Courtesy.CONVERSATION,
    News.WRITES_HERE: Courtesy.ANSWER,
    News.RECORDS_JOINED: Courtesy.CONVERSATION,
    News.CAME_BACK: Courtesy.ANSWER,
    News.CURRENT_SCREEN: Courtesy.ANSWER,
} | {kind: courtesy_of(kind) for kind in Kind}

UNASKED_KINDS = tuple(str(kind) for kind, courtesy in COURTESY.items() if courtesy is Courtesy.UNASKED)
"""All of these that are due to one person in one morning go as one message."""

CURATORS_NEWS = frozenset(
    str(kind)
    for kind in (
        News.PAIR_AGREED,
        News.PAIR_DECLINED,
        News.PAIR_CLOSED,
        News.PAIR_BROKEN,
        News.REQUEST_OPENED,
        News.LETTER,
        News.POST_PUBLISHED,
        News.POST_FAILED,
        News.CONSENT_WITHDRAWN,
        News.AGE_CLAIMED,
        News.MENTOR_LEAVES,
        News.UNREACHABLE,
        News.ROWS_GIVEN,
        News.DISTRICT_ROWS,
        News.DISTRICT_NUDGE,
        News.DISTRICT_DUE_MOVED,
        News.DISTRICT_JOINED,
        News.DISTRICT_LEFT,
        News.DISTRICT_EXCLUDED,
        News.ROLE_TAKEN_ON,
        News.ROADMAP_SIGNED,
    )
)
"""What goes to somebody because she is the curator, and passes to the next one."""

WITHOUT_CONSENT = frozenset(
    str(kind) for kind in (News.CONSENT_NEEDED, News.GUARDIAN_AGREED, News.TAKEN_OUT, News.CURRENT_SCREEN)
)
"""What may be said to somebody whose consents are not complete: only that, and what is missing."""
