"""Small exports of invented people."""

from __future__ import annotations

import io
import zipfile

ADA = ("Ada", "Example", "ada-example", "Acme Inc.", "Engineer", "05 Mar 2024")
BOB = ("Bob", "Sample", "bob-sample", "Beta", "Director", "28 Feb 2024")
CAT = ("Cat", "Trial", "cat-trial", "Gamma", "Nurse", "01 Jan 2023")
DAN = ("Dan", "Probe", "dan-probe", "Delta", "Lawyer", "02 Jan 2023")
PROFILE = b"First Name,Last Name,Headline\nOlivia,Owner,Engineer\n"


def connections(*people):
    """A LinkedIn list of (given, family, slug, company, position, connected on)."""
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    lines += [
        f"{given},{family},https://www.linkedin.com/in/{slug},,{company},{title},{on}"
        for given, family, slug, company, title, on in people
    ]
    return ("\n".join(lines) + "\n").encode()


def messages(*sent):
    """LinkedIn messages of (thread, sender, recipient, when); a person is (name, slug)."""
    header = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER"
    )
    lines = [header]
    lines += [
        f"{thread},,{one[0]},{_url(one[1])},{other[0]},{_url(other[1])},{when} 10:00:00 UTC,,"
        f"a secret {when},INBOX"
        for thread, one, other, when in sent
    ]
    return ("\n".join(lines) + "\n").encode()


def google(*people):
    """Google contacts of (name, e-mail, company)."""
    lines = ["First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value"]
    for name, email, company in people:
        given, _, family = name.partition(" ")
        lines.append(f"{given},{family},{company},* myContacts,* Work,{email}")
    return ("\n".join(lines) + "\n").encode()


def archive(**members):
    """A ZIP as LinkedIn makes it; names without their suffix."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(zipfile.ZipInfo(f"{name}.csv", (2024, 3, 6, 0, 0, 0)), content)
    return stream.getvalue()


def _url(slug):
    return f"https://www.linkedin.com/in/{slug}" if slug else ""
