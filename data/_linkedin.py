"""The LinkedIn archive: CSV files in a ZIP, in the layouts of 2026."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from _chance import Chance
from _story import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from _favours import Endorsement, Invitation, Recommendation
    from _people import Person
    from _talk import Message

FILE_NAME = "Complete_LinkedInDataExport_11-02-2026.zip"
EXPORTED = datetime(2026, 11, 2, 6, 30)  # noqa: DTZ001 - a ZIP knows no zone
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

EGO_NAME = "Mira Lindqvist-Okafor"
EGO_URL = "https://www.linkedin.com/in/mira-lindqvist-okafor"
EGO_EMAILS = (
    "mira.lindqvist-okafor@example.org",
    "mira.lindqvist-okafor@korvenlicht-systems.example",
)

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their connections "
    "to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n'
    "\n"
)
ANONYMOUS_ROWS = 24
FIXED_MEMBERS = Path(__file__).parent / "archive"


def write_archive(folder: Path, members: dict[str, str]) -> None:
    """Write the whole archive.

    Parameters
    ----------
    folder
        Where to write it.
    members
        File name -> text; the files of ``data/archive``, which tell of the ego
        alone or are of no use, are added as they are.
    """
    contents = {name: text.encode() for name, text in members.items()}
    fixed = (path for path in FIXED_MEMBERS.rglob("*") if path.is_file())
    contents |= {path.relative_to(FIXED_MEMBERS).as_posix(): path.read_bytes() for path in fixed}
    write_zip(folder / FILE_NAME, contents, EXPORTED)


def write_zip(path: Path, contents: Mapping[str, bytes], exported: datetime) -> None:
    """Write a ZIP: deflated, with data descriptors, as LinkedIn streams it."""
    at = exported.year, exported.month, exported.day, exported.hour, exported.minute, 0
    with path.open("wb") as file, zipfile.ZipFile(_Stream(file), "w") as archive:
        for name, content in sorted(contents.items()):
            info = zipfile.ZipInfo(name, at)
            info.create_system, info.external_attr = 3, 0o600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


class _Stream:
    """A file that cannot be wound back, so that `zipfile` writes data descriptors."""

    def __init__(self, file: io.BufferedWriter) -> None:
        self.write, self.flush = file.write, file.flush


def table(
    header: str, rows: Iterable[Iterable[object]], *, quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """Write a CSV table with LF at each line's end."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n", quoting=quoting)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue()


def connections_csv(people: Iterable[Person], *, until: date = LAST_DAY) -> str:
    """Write notes, a blank line, the newest first, and no newline at the end.

    Parameters
    ----------
    people
        The connections that have a name.
    until
        Leave out the private members of later days.
    """
    chance = Chance("anonymous")
    rows = [
        (
            person.connected,
            [
                person.first, person.last, person.url, person.email if person.shows_email else "",
                person.company_shown, person.title,
            ],
        )
        for person in people
    ]  # fmt: skip
    closed = [chance.day(FIRST_DAY, date(2026, 7, 1)) for _ in range(ANONYMOUS_ROWS - 1)]
    rows += [(day, [""] * 6) for day in [*closed, closed[0]] if day <= until]
    rows.sort(key=lambda row: (row[0].toordinal(), row[1]), reverse=True)
    lines = [[*cells, f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"] for day, cells in rows]
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    return PREAMBLE + table(header, lines).removesuffix("\n")


def messages_csv(messages: list[Message]) -> str:
    """Thirteen quoted columns; the newest conversation first, its newest message first."""
    threads: dict[str, list[Message]] = {}
    for message in messages:
        threads.setdefault(message.thread, []).append(message)
    for thread in threads.values():
        thread.sort(key=lambda m: m.at, reverse=True)
    newest_first = sorted(threads.items(), key=lambda item: (item[1][0].at, item[0]), reverse=True)
    rows = [_message_row(message) for _, thread in newest_first for message in thread]
    header = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
    )
    return table(header, rows, quoting=csv.QUOTE_ALL)


def _message_row(message: Message) -> list[str]:
    def name(person: Person | None) -> str:
        if person is None:
            return EGO_NAME
        return "LinkedIn Member" if message.is_deleted_member else person.profile_name

    def url(person: Person | None) -> str:
        if person is None:
            return EGO_URL
        return "" if message.is_deleted_member else person.url

    return [
        message.thread,
        message.title,
        name(message.sender),
        url(message.sender),
        ",".join(name(person) for person in message.recipients),
        ",".join(url(person) for person in message.recipients),
        f"{message.at:%Y-%m-%d %H:%M:%S} UTC",
        message.subject,
        message.text,
        message.folder,
        "",
        "Yes" if message.is_draft else "No",
        "No",
    ]


def _american(at: datetime, *, padded: bool) -> str:
    """Write ``6/30/26, 9:04 PM`` or, padded, ``06/30/26, 09:04 PM``."""
    hour, half = (at.hour % 12 or 12), "AM" if at.hour < 12 else "PM"  # noqa: PLR2004 - noon
    month, day, hours = (f"{n:02}" if padded else str(n) for n in (at.month, at.day, hour))
    return f"{month}/{day}/{at:%y}, {hours}:{at:%M} {half}"


def invitations_csv(invitations: list[Invitation]) -> str:
    """Seven columns, US dates without a zone, a newline at the end."""
    rows = []
    for invitation in invitations:
        person, at = invitation.person, _american(invitation.at, padded=False)
        ends = [(person.profile_name, person.url), (EGO_NAME, EGO_URL)]
        if not invitation.is_incoming:
            ends.reverse()
        (sender, sender_url), (receiver, receiver_url) = ends
        direction = "INCOMING" if invitation.is_incoming else "OUTGOING"
        rows.append([sender, receiver, at, invitation.message, direction, sender_url, receiver_url])
    return table("From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl", rows)


def endorsements_csv(endorsements: list[Endorsement], *, is_received: bool) -> str:
    """Six columns; in the file of given ones the address lacks its scheme."""
    who = "Endorser" if is_received else "Endorsee"
    rows = [
        [
            f"{e.at:%Y/%m/%d %H:%M:%S} UTC", e.skill, e.person.first, e.person.last,
            e.person.url if is_received else e.person.url.removeprefix("https://"), "ACCEPTED",
        ]
        for e in endorsements
        if e.is_received == is_received
    ]  # fmt: skip
    header = (
        f"Endorsement Date,Skill Name,{who} First Name,{who} Last Name,{who} Public Url,"
        "Endorsement Status"
    )
    return table(header, rows)


def recommendations_csv(recommendations: list[Recommendation], *, is_received: bool) -> str:
    """Seven columns and no address: name, company and title say who it was."""
    rows = [
        [
            r.person.first, r.person.last, r.person.company_shown, r.person.title, r.text,
            _american(r.at, padded=True), "VISIBLE" if is_received else "",
        ]
        for r in recommendations
        if r.is_received == is_received
    ]  # fmt: skip
    return table("First Name,Last Name,Company,Job Title,Text,Creation Date,Status", rows)
