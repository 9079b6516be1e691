import json

import numpy as np
import pytest
from advice.networks import company_name, read_network

import netgraph as ng


def test_one_way_mail_is_no_tie(tmp_path):
    held = {
        "directed": True,
        "edges": [[0, 1], [1, 0], [1, 2], [3, 3], [3, 0], [0, 3]],
        "attributes": {"dept": [7, 7, 9, 9]},
    }
    path = tmp_path / "mail.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    network = read_network(path)
    assert network.ties.tolist() == [[0, 1], [0, 3]]
    assert network.group.tolist() == [0, 0, 1, 1]


def test_pages_have_their_kind_from_the_file_beside(tmp_path):
    (tmp_path / "x_edges.csv").write_text("id_1,id_2\n2,0\n1,1\n", encoding="utf-8")
    rows = "id,page_name,page_type\n1,b,shop\n0,a,town\n2,c,town\n"
    (tmp_path / "x_target.csv").write_text(rows, encoding="utf-8")
    network = read_network(tmp_path / "x_edges.csv")
    assert network.ties.tolist() == [[0, 2]]
    assert network.group.tolist() == [0, 1, 0]


def test_hidden_and_seen_ties_are_all_ties(town):
    seen, hidden = town.hide(0.2, np.random.default_rng(0))
    assert len(hidden.ties) == round(0.2 * len(town.ties))
    both = {*map(tuple, seen.ties.tolist()), *map(tuple, hidden.ties.tolist())}
    assert both == set(map(tuple, town.ties.tolist()))


def test_invented_companies_are_all_different():
    names = [company_name(group) for group in range(200)]
    assert len({ng.company_key(name) for name in names}) == 200


def test_netgraph_sees_the_ties_and_guesses_among_colleagues(two_offices):
    less = two_offices.keep(~(two_offices.ties == [0, 1]).all(axis=1))
    assert not less.graph.has_edge("p0", "p1")
    assert less.graph_with_employers.edges["p0", "p1"]["evidence"] == "inferred"
    assert less.graph_with_employers.edges["p0", "p2"]["evidence"] == "observed"


@pytest.mark.parametrize("person", range(10))
def test_degree_counts_whom_one_knows(two_offices, person):
    assert two_offices.degree[person] == len(two_offices.knows[person]) == 4 + (person in (4, 5))
