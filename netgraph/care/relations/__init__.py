"""Who they are to you: colleagues, communities, alumni, friends, clients, mentors, recruiters.

Each kind of evidence is a rule in a file of its own that returns pieces of
evidence (`_pieces`); `finding` puts them together. The words that labels, titles
and columns are read by are tables in ``words``.
"""

from netgraph.care.relations.finding import find_relations, main_relation

__all__ = ["find_relations", "main_relation"]
