"""ZIP archives for the tests, made in memory."""

from __future__ import annotations

import io
import zipfile

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ada,Example,https://www.linkedin.com/in/ada-example,,Acme,Engineer,05 Mar 2024\n"
    "Bob,Sample,https://www.linkedin.com/in/bob-sample,,Acme,Director,28 Feb 2024\n"
)
PROFILE = "First Name,Last Name,Headline\nOlivia,Owner,Engineer\n"
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\nAcme,Boss,,,2019,\n"


def zip_of(members, *, stored=False):
    """Make an archive of name -> content."""
    stream = io.BytesIO()
    kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()
