"""Which field of work and which level a job title belongs to, by rules that are data.

A title is cleaned and cut into phrases (`cleaning`), known phrases are found in
it (`lexicon`), and they are weighed against each other (`titles`). People of a
`Contacts` get their labels in `labelling`, where a user's own rules come first
(`overrides`).
"""

from __future__ import annotations

from netgraph.domains.career import career_domains
from netgraph.domains.codes import DOMAINS, SENIORITY
from netgraph.domains.errors import classifier_errors
from netgraph.domains.labelling import classify, find_unmapped_titles
from netgraph.domains.titles import Title, classify_title
from netgraph.domains.wording import describe_title

__all__ = [
    "DOMAINS",
    "SENIORITY",
    "Title",
    "career_domains",
    "classifier_errors",
    "classify",
    "classify_title",
    "describe_title",
    "find_unmapped_titles",
]
