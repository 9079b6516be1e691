"""The refused rows as a file for a spreadsheet."""

import pandas as pd

import netgraph as ng
from netgraph_dashboard.app import create_app
from netgraph_dashboard.spreadsheet import ROUTE, as_csv


def test_what_a_spreadsheet_would_run_is_text():
    text = as_csv(pd.DataFrame({"reason": ["=1+1", "plain"], "row": [3, -4]}))
    assert text == "\ufeffreason,row\r\n'=1+1,3\r\nplain,-4\r\n"


def test_the_rejected_rows_can_be_taken_along(two_circles):
    rejected = pd.DataFrame({"file": ["@a.csv"], "row": [7], "reason": ["no name"]})
    contacts = ng.Contacts(people=two_circles.people, ties=two_circles.ties, rejected=rejected)
    answer = create_app(contacts).server.test_client().get(ROUTE)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "'@a.csv,7,no name" in answer.get_data(as_text=True)


def test_another_host_does_not_get_them(client):
    assert client.get(ROUTE, headers={"Host": "evil.example"}).status_code == 403
