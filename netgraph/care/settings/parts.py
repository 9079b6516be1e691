"""The three settings and their parts, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLE = "all"

SETTINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "workplace": {
            WHOLE: "Inside my organisation",
            "own_field": "in my field",
            "other_fields": "in other fields",
            "above": "above my level",
            "same_level": "at my level",
            "below": "below my level",
        },
        "career": {
            WHOLE: "Career progression",
            "peers": "peers: my field and level",
            "seniors": "seniors: my field, above me",
            "mentors": "mentors",
            "alumni": "alumni",
            "community": "professional community",
        },
        "job_hunt": {
            WHOLE: "The job hunt, outside my organisation",
            "recruiters": "recruiters",
            "other_companies": "people at other companies",
            "former_colleagues": "former colleagues",
            "weak_ties": "weak ties: in touch, never deep",
        },
    }
)
"""Setting -> part -> in words. ``all`` is the whole of it, in which each of its parts lies."""
