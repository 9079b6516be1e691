"""The summary: one sentence and the tables behind it."""

import json

import netgraph as ng


def test_the_sentence_counts_people_and_names_what_cannot_be_told(star):
    assert ng.summarise(star).sentence == (
        "3 people; no cluster to be seen; too few known fields of work to speak of gaps."
    )


def test_one_person_is_one_person(office):
    alone = ng.Contacts(people=office.people.loc[["ego", "ann"]], ties=office.ties.iloc[:1])
    assert ng.summarise(alone).sentence.startswith("1 person;")


def test_steps_are_announced(office):
    steps = []
    ng.summarise(office, progress=steps.append)
    assert steps == ["Building the network", "Finding clusters", "Finding brokers", "Finding gaps"]


def test_everything_fits_into_json(office):
    plain = json.loads(json.dumps(ng.summarise(office).to_dict(), allow_nan=False))
    assert plain["evidence"]["people"] == 5
    assert {row["domain"] for row in plain["gaps"]} == set(ng.DOMAINS)
    assert plain["brokers"][0]["person_id"] == "cy"


def test_an_empty_network_fits_into_json():
    plain = json.loads(json.dumps(ng.summarise(ng.Contacts()).to_dict(), allow_nan=False))
    assert plain["clusters"] == plain["brokers"] == plain["files"] == []
