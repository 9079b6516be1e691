"""Who is who: people who are one person, and spellings that are one company."""

from netgraph.identity.companies import company_key, same_company
from netgraph.identity.people import resolve

__all__ = ["company_key", "resolve", "same_company"]
