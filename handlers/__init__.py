"""Conversations: what a person's message or press leads to."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # parts of this package are used without a messenger
    from aiogram import Router


def routers() -> "tuple[Router, ...]":
    """All conversations, in the order in which they are asked; ``groups`` first, ``fallback`` last.

    Imported here, not above: commands that need no messenger import parts of this package without them.
    """
    from handlers import (  # noqa: PLC0415
        codes,
        fallback,
        groups,
        held,
        home,
        invitations,
        letters,
        more,
        own_consent,
        participant_home,
        reaching,
        status,
        typed_words,
        undoing,
        why,
    )
    from handlers.agreements.routing import router as agreements  # noqa: PLC0415
    from handlers.consents import router as consents  # noqa: PLC0415
    from handlers.district.routing import router as district  # noqa: PLC0415
    from handlers.entry.routing import router as entry  # noqa: PLC0415
    from handlers.gatherings import links as gathering_links  # noqa: PLC0415
    from handlers.gatherings import router as gatherings  # noqa: PLC0415
    from handlers.guardians.routing import router as guardians  # noqa: PLC0415
    from handlers.importing import router as importing  # noqa: PLC0415
    from handlers.meetings import router as meetings  # noqa: PLC0415
    from handlers.my_data import router as my_data  # noqa: PLC0415
    from handlers.offline.routing import router as offline  # noqa: PLC0415
    from handlers.organisation.found import router as organisation  # noqa: PLC0415
    from handlers.own_forms import router as own_forms  # noqa: PLC0415
    from handlers.pairs.routing import router as pairs  # noqa: PLC0415
    from handlers.partners import router as partners  # noqa: PLC0415
    from handlers.people import router as people  # noqa: PLC0415
    from handlers.places.choosing import router as places  # noqa: PLC0415
    from handlers.posts import router as posts  # noqa: PLC0415
    from handlers.practices import router as practices  # noqa: PLC0415
    from handlers.questionnaire.routing import router as questionnaire  # noqa: PLC0415
    from handlers.roadmap.routing import router as roadmap  # noqa: PLC0415
    from handlers.surveys import router as surveys  # noqa: PLC0415
    from handlers.team.routing import router as team  # noqa: PLC0415
    from handlers.wishes import router as wishes  # noqa: PLC0415

    return (
        groups.router,
        reaching.router,
        places,
        gathering_links,
        entry,
        held.router,
        own_consent.router,
        home.router,
        undoing.router,
        why.router,
        codes.router,
        organisation,
        questionnaire,
        own_forms,
        status.router,
        agreements,
        consents,
        guardians,
        team,
        importing,
        partners,
        offline,
        roadmap,
        district,
        people,
        invitations.router,
        pairs,
        meetings,
        surveys,
        gatherings,
        wishes,
        practices,
        posts,
        letters.router,
        more.router,
        my_data,
        participant_home.router,
        typed_words.router,
        fallback.router,
    )
