"""Who of your contacts leads to a field of work: one ranking, and one wording.

`evidence` gathers what speaks for somebody, `ranking` makes one number and one order of it,
`wording` says it. Gaps, paths and plans all read this, so that one question has one answer.
"""

from netgraph.leads.ranking import rank_leads
from netgraph.leads.wording import ended, lead_in_words

__all__ = ["ended", "lead_in_words", "rank_leads"]
