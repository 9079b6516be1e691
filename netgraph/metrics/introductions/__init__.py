"""Introductions: which two people who do not know each other may well do so soon."""
