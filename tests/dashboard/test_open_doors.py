"""Open doors: what is not known of yourself is said for a person."""

import netgraph as ng
from netgraph_dashboard.career import sponsors
from netgraph_dashboard.session import Session

from .conftest import texts

CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Annabel,Leeward,https://www.linkedin.com/in/annabel,,Acme,Chief Financial Officer,05 Mar 2020
Bodo,Sampleman,https://www.linkedin.com/in/bodo,,Beta,Baker,20 Feb 2024
"""


def test_a_bare_list_names_no_argument_and_denies_no_executive():
    session = Session(ng.Workspace(":memory:"))
    session.add([("Connections.csv", CONNECTIONS.encode())])
    shown = " ".join(texts(part) for part in sponsors.answer(session, None))
    assert "1 director or executive is in these files" in shown
    assert "Your own field is not known. Choose one above." in shown
    assert "domain" not in shown
