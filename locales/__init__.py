"""Sentences for people: Fluent files per language and the small loader over them."""

from locales.texts import MissingText, Texts

__all__ = ["MissingText", "Texts"]
