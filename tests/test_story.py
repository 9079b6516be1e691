"""The story that is planted in the example is found; in a shuffled network it is not."""

import json
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pandas as pd
import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[1] / "data" / "example"
TRUTH = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
BROKERS = {entry["person"] for entry in TRUTH["brokers"]}
GAPS = set(TRUTH["gaps"])


def shuffled(contacts, seed=0):
    """The same people and as many ties of each kind, but between anybody."""
    rng = np.random.default_rng(seed)
    others = contacts.people.index[~contacts.people["is_ego"]]
    stand_in = dict(zip(others, rng.permutation(others), strict=True))
    domains = contacts.people["domain"].to_numpy(copy=True)
    rng.shuffle(domains)
    tables = {"people": contacts.people.assign(domain=rng.choice(list(ng.DOMAINS), len(domains)))}
    for name in ("ties", "interactions", "affiliations"):
        table = getattr(contacts, name).copy()
        for column in {"source", "target", "person_id"} & set(table):
            moved = table[column].map(stand_in).fillna(table[column]).to_numpy(copy=True)
            free = moved != contacts.ego
            moved[free] = rng.permutation(moved[free])
            table[column] = moved
        tables[name] = table
    return ng.Contacts(**tables)


@pytest.fixture(scope="module")
def profiles(example):
    known = example.identifiers.query("kind == 'linkedin'")
    return known.drop_duplicates("person_id").set_index("person_id")["value"].map(unquote)


def first_ten(contacts, profiles):
    brokers = ng.find_brokers(ng.build_graph(contacts, ego=False))
    return set(profiles.reindex(brokers.index[:10]).dropna())


def gap_domains(contacts):
    gaps = ng.find_gaps(contacts)
    return set(gaps.index[gaps["verdict"] == "gap"])


def test_every_row_of_the_example_is_kept_or_rejected_with_a_reason(example):
    files = example.files
    assert (files["rows"] == files["kept"] + files["rejected"]).all()
    assert files["rejected"].sum() == len(example.rejected)
    assert example.rejected["reason"].notna().all()
    assert len(example.people) > 800


def test_the_planted_brokers_are_among_the_first_ten(example, profiles):
    assert first_ten(example, profiles) >= BROKERS


def test_the_planted_gaps_and_no_others_get_the_verdict(example):
    assert gap_domains(example) == GAPS


def test_a_shuffled_network_has_neither(example, profiles):
    noise = shuffled(example)
    assert not first_ten(noise, profiles) >= BROKERS
    assert not gap_domains(noise) & GAPS


def test_the_planted_communities_are_clusters_of_their_own(example, profiles):
    clusters = ng.find_clusters(ng.build_graph(example, ego=False))["cluster"]
    found = []
    for community in TRUTH["communities"].values():
        members = profiles.index[profiles.isin(community["members"])]
        inside = clusters.reindex(members).dropna()
        home = inside.mode().iloc[0]
        found.append(home)
        assert (inside == home).mean() > 0.75
    assert len(set(found)) == len(TRUTH["communities"])


def test_clusters_are_named_by_what_was_planted(example):
    graph = ng.build_graph(example, ego=False)
    described = ng.describe_clusters(graph, ng.find_clusters(graph))
    names = set(described["label"])
    employers = [c["name"] for c in TRUTH["communities"].values() if c["kind"] == "employer"]
    assert names >= set(employers)
    assert described["support"].dropna().str.fullmatch(r"\d+ of \d+").all()


def test_the_summary_names_the_gaps(example):
    sentence = ng.summarise(example).sentence
    assert any(ng.DOMAINS[code] in sentence for code in GAPS)


def test_contacts_of_the_example_have_names_dates_and_ties(example):
    sources = example.people["sources"].fillna("")
    linkedin = example.people.index[sources.str.contains("linkedin.connections")]
    contact = example.ties[example.ties["target"].isin(linkedin)].query("kind == 'contact'")
    assert contact["since"].notna().mean() > 0.95
    assert isinstance(example.interactions, pd.DataFrame)
    assert {"message", "invitation", "endorsement", "recommendation"} <= set(
        example.interactions["kind"]
    )
