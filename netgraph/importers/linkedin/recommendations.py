"""``Recommendations_Received.csv`` and ``Recommendations_Given.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.errors import ImportFormatError
from netgraph.importers._register import file_key, importer
from netgraph.importers.linkedin._acts import tell_acts
from netgraph.importers.linkedin._words import count_words

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table


@importer(
    "linkedin.recommendations",
    columns={
        "given": "First Name",
        "family": "Last Name",
        "company": "Company",
        "position": "Job Title",
        "text": "Text",
        "at": "Creation Date",
        "status": "Status",
    },
    needs=("given family text at",),
)
def read_recommendations(table: Table) -> Contacts:
    """Recommendations received or given: by whom, when, in how many words.

    Both files have the same columns, so here, and only here, the file's name
    tells what the content does not.

    Raises
    ------
    ImportFormatError
        If the file's name says neither "received" nor "given".
    """
    key = file_key(table.file)
    if "given" not in key and "received" not in key:
        raise ImportFormatError(
            "it does not tell whether these recommendations were given or received",
            file=table.file,
            remedy="Call it Recommendations_Received.csv or Recommendations_Given.csv",
        )
    words = table.text("text").map(count_words)
    return tell_acts(table, "recommendation", given="given" in key, words=words)
