"""Drafts: what is said is known, what is not known is not said."""

import re

import pandas as pd
import pytest

import netgraph as ng
from netgraph.drafts import _templates

INTENTS = ng.draft_intents()
LANGUAGES = ("en", "de")


def known(**tables):
    people = pd.DataFrame(
        {
            "name": ["Mira You", "Ann Example", "Bo Muster", "Cy Muster"],
            "given_name": ["Mira", "Ann", "Bo", None],
            "title": ["Data Engineer", "Lawyer", None, None],
            "company": ["Acme", "Acme", "Globex", None],
            "domain": ["DATA", "LEGL", None, None],
            "is_ego": [True, False, False, False],
        },
        index=["ego", "ann", "bo", "cy"],
    )
    return ng.Contacts(people=people, **tables)


def events(*rows):
    table = pd.DataFrame(rows, columns=["source", "target", "at", "kind"])
    return table.assign(at=pd.to_datetime(table["at"]))


def contact(person, since):
    return pd.DataFrame(
        {"source": "ego", "target": [person], "kind": "contact", "since": pd.to_datetime([since])}
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", INTENTS)
def test_with_nothing_known_nothing_is_claimed(intent, language):
    draft = ng.draft(known(), "cy", intent, language=language)
    assert draft.greeting == {"en": "Hello,", "de": "Guten Tag!"}[language]
    assert draft.context == ""
    assert draft.facts.empty or set(draft.facts["table"]) == {"people"}
    assert draft.request
    assert draft.closing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", INTENTS)
def test_every_fact_in_the_text_is_cited(intent, language):
    contacts = known(
        ties=contact("ann", "2020-03-05"),
        interactions=events(
            ("ego", "ann", "2021-01-02", "message"),
            ("ann", "ego", "2021-02-03", "message"),
            ("ann", "ego", "2021-05-06", "recommendation"),
            ("ego", "bo", "2026-01-01", "message"),
        ),
    )
    draft = ng.draft(contacts, "ann", intent, language=language)
    for row in draft.facts.itertuples():
        assert row.words in draft.text
        table = getattr(contacts, row.table)
        assert row.row in table.index
    years = set(re.findall(r"\b(?:19|20)\d\d\b", draft.text))
    assert years <= set(re.findall(r"\b(?:19|20)\d\d\b", " ".join(draft.facts["words"])))
    assert "{" not in draft.text


def test_a_recent_exchange_is_no_reason_to_say_it_has_been_a_while():
    talk = events(("ego", "ann", "2026-01-02", "message"), ("ann", "ego", "2026-01-03", "message"))
    assert "a while" not in ng.draft(known(interactions=talk), "ann", "reconnect").text
    later = pd.concat([talk, events(("ego", "bo", "2026-12-01", "message"))], ignore_index=True)
    draft = ng.draft(known(interactions=later), "ann", "reconnect")
    assert draft.context == "It has been a while: our last exchange was in January 2026."
    cited = draft.facts.set_index("fact").loc["quiet_since"]
    assert (cited["table"], cited["row"]) == ("interactions", 1)


def test_one_way_letters_are_no_exchange():
    letters = events(("ego", "ann", "2020-01-02", "mail"), ("ego", "bo", "2026-12-01", "mail"))
    assert "exchange" not in ng.draft(known(interactions=letters), "ann", "reconnect").text


def test_that_one_never_wrote_is_said_only_where_letters_are_known():
    tie = contact("ann", "2024-03-05")
    connected = "We have been connected since March 2024."
    assert ng.draft(known(ties=tie), "ann", "follow_up").context == connected
    to_others = known(ties=tie, interactions=events(("ego", "bo", "2024-03-06", "message")))
    assert ng.draft(to_others, "ann", "follow_up").context == (
        "We have been connected since 5 March 2024, and I have not said hello yet."
    )
    written = known(ties=tie, interactions=events(("ego", "ann", "2024-03-06", "message")))
    assert ng.draft(written, "ann", "follow_up").context == connected


@pytest.mark.parametrize(("date", "told"), [("2024-03", True), ("2024", True), ("2026-05", False)])
def test_an_introduction_long_after_you_connected_did_not_bring_you_together(date, told):
    made = pd.DataFrame(
        {"introducer": ["bo"], "introduced": ["ann"], "introduced_to": ["ego"], "date": [date]}
    )
    draft = ng.draft(known(ties=contact("ann", "2024-03-05"), introductions=made), "ann", "thank")
    assert ("Bo Muster" in draft.text) is told


def test_a_meeting_is_news_for_three_months():
    meeting = ("ego", "ann", "2026-01-02", "meeting")
    for last, told in (("2026-03-01", True), ("2026-06-01", False)):
        seen = known(interactions=events(meeting, ("ego", "bo", last, "message")))
        context = ng.draft(seen, "ann", "follow_up").context
        assert (context == "It was good to talk on 2 January 2026.") is told


def test_shared_employers_of_today_and_of_before():
    stays = pd.DataFrame(
        {
            "person_id": ["ego", "ego", "ann", "bo"],
            "organisation": ["Acme", "Globex", "ACME Inc.", "Globex"],
            "kind": "employer",
            "start": ["2021", "2015", None, None],
            "end": [None, "2020-12", None, None],
        }
    )
    contacts = known(affiliations=stays)
    assert "We are both at ACME Inc." in ng.draft(contacts, "ann", "advice").text
    draft = ng.draft(contacts, "bo", "advice")
    assert draft.context == "You are at Globex, where I was until 2020."
    assert draft.facts.set_index("fact").loc["former_until", "row"] == 1


def introductions():
    return pd.DataFrame(
        {
            "introducer": ["ann", "bo"],
            "introduced": ["ego", "ego"],
            "introduced_to": ["bo", "ann"],
            "date": ["2024-04", "2025"],
        }
    )


def test_introductions_are_remembered_with_their_precision():
    contacts = known(introductions=introductions())
    assert (
        "In April 2024 you introduced me to Bo Muster"
        in ng.draft(contacts, "ann", "introduction").context
    )
    assert (
        "In 2025 you introduced me to Ann Example" in ng.draft(contacts, "bo", "offer_help").context
    )
    assert ng.draft(contacts, "ann", "thank").context.startswith("Bo Muster introduced us in 2025.")


def test_an_introduction_is_a_better_hook_than_the_day_of_a_connection():
    tie = contact("ann", "2025-03-05")
    made = introductions()
    for intent in ("follow_up", "reconnect"):
        said = ng.draft(known(ties=tie, introductions=made), "ann", intent).context
        assert "Bo Muster introduced us in 2025." in said
        assert "connected" not in said
    undated = ng.draft(
        known(ties=tie, introductions=made.assign(date=None)), "ann", "reconnect", language="de"
    )
    assert undated.context.startswith("Bo Muster hat uns einander vorgestellt.")
    for outcome in ("pending", "declined", "not_made"):  # nobody was introduced
        draft = ng.draft(
            known(ties=tie, introductions=made.assign(outcome=outcome)), "ann", "reconnect"
        )
        assert "introduced us" not in draft.text
        assert "connected since" in draft.context


def test_who_introduced_you_need_not_be_said_to_know_both():
    tie = pd.DataFrame(
        {"source": "bo", "target": ["ann"], "kind": "introduction", "evidence": "observed"}
    )
    said = ng.draft(known(ties=tie), "ann", "advice").context
    assert "Bo Muster knows us both." in said
    said = ng.draft(known(ties=tie, introductions=introductions()), "ann", "advice").context
    assert "Bo Muster introduced us in 2025." in said
    assert "knows us both" not in said


@pytest.mark.parametrize(
    ("tie", "stays", "said"),
    [
        (True, False, "whom you seem to know"),
        (False, True, "You may know each other from Globex"),
        (False, False, "Do you happen to know each other"),
    ],
)
def test_an_introduction_says_how_sure_it_is_that_the_broker_knows_the_target(tie, stays, said):
    tables = {}
    if tie:
        tables["ties"] = pd.DataFrame({"source": ["ann"], "target": ["bo"], "kind": "thread"})
    if stays:
        tables["affiliations"] = pd.DataFrame(
            {"person_id": ["ann", "bo"], "organisation": "Globex", "kind": "employer"}
        )
    draft = ng.draft(known(**tables), "ann", "introduction", target="Bo Muster")
    assert said in draft.request
    assert "Bo Muster (Globex)" in draft.request


def test_an_introduction_to_a_field_names_it():
    draft = ng.draft(known(), "bo", "introduction", domain="Law and compliance")
    assert "people in Law and compliance work" in draft.request


def test_the_newest_change_is_congratulated_on():
    changes = pd.DataFrame(
        {
            "person_id": "ann",
            "change": ["title", "employer", "employer"],
            "before": ["Clerk", "Acme", "Initech"],
            "after": ["Lawyer", "Globex", "Acme"],
            "until": pd.to_datetime(["2026-03-01", "2026-03-01", "2025-01-01"]),
        }
    )
    draft = ng.draft(known(), "ann", "congratulate", changes=changes)
    assert draft.context.startswith("I saw that you went from Acme to Globex.")
    assert set(draft.facts.loc[draft.facts["table"] == "changes", "row"]) == {1}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", INTENTS)
def test_no_draft_asks_for_a_job_and_all_are_short(intent, language, example):
    asks = r"\b(?:jobs?|hire|hiring|vacan\w+|opening|position|stellen?|bewerb\w+)\b"
    for person in example.people.index[:40]:
        if person == example.ego:
            continue
        text = ng.draft(example, person, intent, domain="LEGL", language=language).text
        assert not re.search(asks, text.lower())
        assert len(text.split()) <= 120


def test_an_answer_names_the_letter_that_waits():
    rows = [("ego", "ann", "2026-01-01", "message"), ("ann", "ego", "2026-01-02", "message")]
    rows += [("ann", "ego", "2026-01-03", "message"), ("ego", "bo", "2026-01-04", "message")]
    letters = events(*rows)
    told = {
        None: "You wrote to me on 3 January 2026, and I owe you an answer.",
        1: "You asked me something on 2 January 2026, and I owe you an answer.",
    }
    for asked, said in told.items():
        counted = letters if asked is None else letters.assign(questions=[0, asked, 0, 0])
        draft = ng.draft(known(interactions=counted), "ann", "answer")
        assert draft.context == said
        assert draft.facts.set_index("table").loc["interactions", "row"] == (
            2 if asked is None else 1
        )
    answered = pd.concat([letters, events(("ego", "ann", "2026-01-05", "message"))])
    contacts = known(interactions=answered.reset_index(drop=True))
    assert ng.draft(contacts, "ann", "answer").context == ""


def test_an_introduction_that_you_make_names_both():
    draft = ng.draft(known(), "ann", "introduce", target="bo")
    assert "bring you together with Bo Muster (Globex): [what" in draft.request
    assert set(draft.facts["row"]) == {"ann", "bo"}
    assert "with Cy Muster: [what" in ng.draft(known(), "ann", "introduce", target="cy").request


def conversation(**groups):
    """Ann, bo and the ego in one conversation; `groups` are what each is filed under."""
    contacts = known(
        interactions=events(
            ("ann", "ego", "2026-01-02", "message"),
            ("ann", "bo", "2026-01-02", "message"),
            ("ego", "ann", "2026-01-03", "message"),
            ("ego", "bo", "2026-01-03", "message"),
        ).assign(thread="t")
    )
    people = contacts.people.assign(groups=pd.Series(groups, dtype="object"))
    return ng.Contacts(people=people, interactions=contacts.interactions)


def test_what_both_wrote_about_is_the_title_of_their_conversation():
    shared = conversation(ann="Reading circle; Friends", bo="Reading circle")
    draft = ng.draft(shared, "ann", "advice")
    assert "both part of the conversation “Reading circle” in January 2026." in draft.context
    assert draft.facts.set_index("fact").loc["conversation", "row"] == 2
    for groups in ({"ann": "Friends", "bo": "Club"}, {"ann": "A; B", "bo": "A; B"}, {}):
        assert "conversation" not in ng.draft(conversation(**groups), "ann", "advice").text


def test_a_talk_of_two_has_no_title():
    talk = events(("ann", "ego", "2026-01-02", "message"), ("ego", "ann", "2026-01-03", "message"))
    contacts = known(interactions=talk.assign(thread="t"))
    people = contacts.people.assign(groups=["", "Friends", "", ""])
    contacts = ng.Contacts(people=people, interactions=contacts.interactions)
    assert "conversation" not in ng.draft(contacts, "ann", "advice").text


def test_a_language_is_a_file_with_the_same_intents_and_facts():
    english, german = (_templates.read(language) for language in LANGUAGES)
    assert list(german.names) == list(english.names)
    assert german.fields.keys() == ng.DOMAINS.keys()
    for key, sentences in english.sentences.items():
        assert [s.needs for s in german.sentences[key]] == [s.needs for s in sentences]


def test_a_draft_in_german_has_german_dates_and_fields():
    contacts = known(
        ties=contact("ann", "2020-03-05"),
        interactions=events(("ego", "ann", "2020-03-06", "message")),
    )
    text = ng.draft(contacts, "ann", "advice", language="de").text
    assert text.startswith("Hallo Ann!")
    assert "März 2020" in text
    assert "Recht und Compliance" in text
    field = ng.draft(contacts, "ann", "introduction", domain="health care", language="de")
    assert "(Gesundheit)" in field.request


def test_blanks_are_listed():
    draft = ng.draft(known(), "ann", "offer_help")
    assert draft.blanks == ("what you can give: an introduction, a review, an hour",)
    assert f"[{draft.blanks[0]}]" in draft.text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"person": "Ann Exampel"}, "Perhaps you mean 'Ann Example'"),
        ({"intent": "introductoin"}, "Perhaps you mean 'introduction'"),
        ({"language": "tlh"}, "en"),
        ({"domain": "Law and complience"}, "Did you mean Law and compliance (LEGL)?"),
        ({"target": "Nobody At All"}, "Give a name, an e-mail address or a profile"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(given, told):
    asked = {"person": "ann", "intent": "introduction"} | given
    with pytest.raises(ng.UnknownNameError, match=re.escape(told)):
        ng.draft(known(), **asked)


def test_two_people_of_one_name_are_told_apart_by_id():
    people = pd.DataFrame({"name": ["You", "Ann", "Ann"], "is_ego": [True, False, False]},
                          index=["ego", "a1", "a2"])  # fmt: skip
    told = "2 people are meant by 'ann': Ann, no title [a1]; Ann, no title [a2]"
    with pytest.raises(ng.UnknownNameError, match=re.escape(told)):
        ng.draft(ng.Contacts(people=people), "ann", "thank")


def test_without_an_ego_nobody_writes():
    with pytest.raises(ng.ContactsError, match="nobody in these contacts is you"):
        ng.draft(ng.Contacts(people=pd.DataFrame({"name": ["Ann"]}, index=["ann"])), "ann", "thank")
