"""Roadmaps («дорожные карты», планы мероприятий): from a read document to rows, dues, people and doubts."""

from .due import occurrences, read_due
from .export import due_as_json, finding_arguments, roadmap_as_json
from .head import school_year
from .model import Due, Finding, NotARoadmap, Period, Roadmap, Row
from .reading import read
from .source import Source, Table, Text

__all__ = [
    "Due",
    "Finding",
    "NotARoadmap",
    "Period",
    "Roadmap",
    "Row",
    "Source",
    "Table",
    "Text",
    "due_as_json",
    "finding_arguments",
    "occurrences",
    "read",
    "read_due",
    "roadmap_as_json",
    "school_year",
]
