"""Skeletons of messages: facts from your data, templates as data, blanks for what only you know."""

from __future__ import annotations

from netgraph.drafts.writing import Draft, draft, draft_intents

__all__ = ["Draft", "draft", "draft_intents"]
