"""Diversity: how varied the people are whom a person knows."""
