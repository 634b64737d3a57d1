"""Taking a new organisation with a curator's code: consent, a few questions, the first step."""

from handlers.organisation.found import offer, router

__all__ = ["offer", "router"]
