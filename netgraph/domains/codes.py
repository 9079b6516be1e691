"""The fields of work and the levels that a title can name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "UNK"
"""The answer where a title says nothing. Tables hold NA instead."""

DOMAINS: Mapping[str, str] = MappingProxyType(
    {
        "EXEC": "Executive leadership and entrepreneurship",
        "SOFT": "Software and IT",
        "DATA": "Data and analytics",
        "ENGI": "Engineering and architecture",
        "PROD": "Product and project management",
        "DSGN": "Design",
        "MKTG": "Marketing and communications",
        "SALE": "Sales and business development",
        "CUST": "Customer service and success",
        "FINA": "Finance, accounting and insurance",
        "CONS": "Consulting and strategy",
        "HRTA": "Human resources and talent",
        "LEGL": "Law and compliance",
        "OPSC": "Operations, supply chain and transport",
        "HLTH": "Health care",
        "SCIE": "Science and research",
        "EDUC": "Education",
        "MEDA": "Media, arts and sport",
        "GOVT": "Government, public safety and defence",
        "COMM": "Community, social and religious work",
        "ADMN": "Administration and office support",
        "TRAD": "Skilled trades, construction and production",
        "HOSP": "Hospitality, retail and personal services",
        "AGRI": "Agriculture, forestry and fishing",
        "REAL": "Real estate and property",
    }
)
"""Code -> English name of the 25 fields of work."""

SENIORITY: Mapping[str, str] = MappingProxyType(
    {
        "E": "Entry",
        "P": "Professional",
        "S": "Senior individual",
        "M": "Manager or lead",
        "D": "Director or vice president",
        "X": "Executive or owner",
    }
)
"""Code -> English name of the six levels, lowest first."""

LEVELS: Mapping[str, str] = MappingProxyType({"EXEC": "EDX"})
"""The levels that titles of a field have, where not all: who leads a company is no professional
or manager in it, but may begin (an aspiring founder), direct, or own."""
