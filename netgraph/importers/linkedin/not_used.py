"""What the archive holds beside people: recognised and listed, never read for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.contacts import Contacts
from netgraph.importers._account import file_row
from netgraph.importers._dates import ISO, read_time
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table

_OWN = "it tells about you alone"
_POSTS = "posts and reactions name people only in their text"
_PRIVATE = "private answers are not read"
_BOTS = "a conversation with a program"

_CHATBOTS = (
    "coach_messages",
    "guide_messages",
    "learning_coach_messages",
    "learning_role_play_messages",
    "LearningCoachMessages",
)
_NOT_USED = {
    # format: (header that tells it, names that it goes by, why)
    "shares": ("Date|ShareLink|ShareCommentary", "Shares", _POSTS),
    "reactions": ("Date|Type|Link", "Reactions", _POSTS),
    "votes": ("Date|Link|OptionText", "Votes", _POSTS),
    "instant_reposts": ("", "InstantReposts", _POSTS),
    "hashtag_follows": ("HashTag|CreatedTime|State", "Hashtag_Follows", _OWN),
    "saved_items": ("savedItem|createdTime", "Saved_Items", _OWN),
    "rich_media": ("", "Rich Media", _POSTS),
    "searches": ("Time|Search Query", "SearchQueries", _OWN),
    "ads": ("Ad clicked Date|Ad Title/Id", "Ads Clicked", _OWN),
    "ad_targeting": ("", "Ad_Targeting|LAN Ads Engagement", _OWN),
    "inferences": ("Category|Type of inference|Inference", "Inferences_about_you", _OWN),
    "calendar": ("Owner|Source|LastSyncedAt", "Calendar|Calendar Data", _OWN),
    "verifications": ("", "Verifications", _OWN),
    "receipts": ("", "Receipts|Receipts_v2", _OWN),
    "learning": ("", "Learning", _OWN),
    "logins": ("Login Date|IP Address|User Agent", "Logins", _OWN),
    "security": ("", "Security Challenges", _OWN),
    "account_history": ("Time|Event", "Account Status History", _OWN),
    "languages": ("Name|Proficiency", "Languages", _OWN),
    "projects": ("Title|Description|Url|Started On|Finished On", "Projects", _OWN),
    "honors": ("Title|Description|Issued On", "Honors", _OWN),
    "courses": ("", "Courses", _OWN),
    "publications": ("Name|Published On|Publisher", "Publications", _OWN),
    "patents": ("", "Patents", _OWN),
    "test_scores": ("", "Test Scores", _OWN),
    "causes": ("Supported Cause", "Causes You Care About", _OWN),
    "profile_summary": ("Profile Summary", "Profile Summary", _OWN),
    "events": ("Event Name|Event Time|Status", "Events", "it does not tell who was there"),
    "jobs": ("Job Url|Job Title|Company Name", "Saved Jobs|Job Applications", _OWN),
    "job_searches": ("", "Job Seeker Preferences|Saved Job Alerts|Online Job Postings", _OWN),
    "job_answers": (
        "Question|Answer",
        "Job Applicant Saved Answers|Job Applicant Saved Screening Question Responses",
        _PRIVATE,
    ),
    "chatbots": (
        "",
        "|".join(_CHATBOTS),
        _BOTS,
    ),
    "services": ("", "Services Marketplace|Providers|Engagements|Opportunities", _OWN),
    "whatsapp": ("", "Whatsapp Phone Numbers", _OWN),
    "identity_assets": ("", "Private Identity Asset", _PRIVATE),
}


def _not_used(table: Table, rows: int, why: str) -> Contacts:
    files = file_row(
        table.file,
        format=table.importer.name,
        encoding=table.document.encoding,
        kept=rows,
        warnings=[*table.document.warnings, f"not used: {why}"],
    )
    return Contacts(files=files)


def _register(name: str, header: str, files: str, why: str) -> None:
    columns = {f"c{place}": label for place, label in enumerate(header.split("|")) if label}

    def read_not_used(table: Table) -> Contacts:
        return _not_used(table, len(table.cells), why)

    read_not_used.__doc__ = f"Not used: {why}."
    importer(
        f"linkedin.{name}",
        columns=columns,
        needs=(" ".join(columns),) if columns else (),
        files=tuple(files.split("|")),
        only_named=not columns,
        used=False,
    )(read_not_used)


for _name, _entry in _NOT_USED.items():
    _register(_name, *_entry)


@importer(
    "linkedin.comments",
    columns={"at": "Date", "link": "Link", "message": "Message"},
    needs=("at link message",),
    files=("Comments",),
    used=False,
)
def read_comments(table: Table) -> Contacts:
    """Not used: comments name people only in their text.

    LinkedIn writes their line breaks without quotes, so a comment begins where
    a row begins with a date.
    """
    dated = table.text("at").map(lambda text: read_time(text, (ISO,)) is not None)
    return _not_used(table, int(dated.sum()), _POSTS)
