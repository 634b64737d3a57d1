"""Roadmaps («дорожные карты», планы мероприятий): from a read document to rows, dues, people and doubts."""

from domain.roadmap.due import occurrences, read_due
from domain.roadmap.export import due_as_json, finding_arguments, roadmap_as_json
from domain.roadmap.head import school_year
from domain.roadmap.model import Due, Finding, NotARoadmap, Period, Roadmap, Row
from domain.roadmap.reading import read
from domain.roadmap.source import Source, Table, Text

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
