"""Whom you know at each of many companies, or who knows somebody there.

The list is read in `reading`; the answer is put together in `finding`.
"""

from __future__ import annotations

from netgraph.referrals.finding import find_referrals

__all__ = ["find_referrals"]
