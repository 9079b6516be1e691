"""What `read` promises whatever it is given."""

from __future__ import annotations

import pytest

from importers.archives import CONNECTIONS, PROFILE, zip_of
from netgraph.errors import ImportFormatError, UnknownNameError
from netgraph.importers import available_importers, read

MATRIX = b"12;34;0;0;0;1\n34;12;0;1;0;0\n"


def test_no_export_is_refused_with_a_remedy():
    with pytest.raises(ImportFormatError, match="none of its first ten rows") as error:
        read(("Connections.csv", MATRIX))
    assert error.value.file == "Connections.csv"
    assert "LinkedIn" in error.value.remedy


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\0" * 100, b"\x81\x8d\x8f" * 5])
def test_unreadable_bytes(data):
    with pytest.raises(ImportFormatError) as error:
        read(("Connections.csv", data))
    assert error.value.reason
    assert error.value.remedy


def test_nothing_given():
    with pytest.raises(ImportFormatError, match="no file was given"):
        read()


def test_a_header_without_rows_is_no_error():
    contacts = read(("Connections.csv", CONNECTIONS.splitlines()[0].encode()))
    assert len(contacts.ties) == 0
    assert contacts.files["rows"].tolist() == [0]
    assert "no rows" in contacts.files["warnings"].iloc[0]


def test_what_can_be_read_is_kept_and_the_rest_is_listed():
    contacts = read(
        ("matrix.csv", MATRIX), ("Connections.csv", CONNECTIONS.encode()), ("empty.csv", b"")
    )
    assert contacts.files["format"].tolist() == [
        "unreadable",
        "linkedin.connections",
        "unreadable",
    ]
    assert "none of its first ten rows" in contacts.files["warnings"].iloc[0]
    assert "Export it again" in contacts.files["warnings"].iloc[2]
    assert len(contacts.ties) == 2


def test_several_unreadable_files_are_one_error():
    with pytest.raises(ImportFormatError, match="1 more could not be read"):
        read(("a.csv", MATRIX), ("b.csv", b""))


def test_a_format_can_be_asked_for():
    archive = zip_of({"Connections.csv": CONNECTIONS, "Profile.csv": PROFILE})
    contacts = read(("x.zip", archive), format="linkedin.profile")
    assert len(contacts.ties) == 0
    with pytest.raises(ImportFormatError, match=r"no header row of the format introductions"):
        read(("Connections.csv", CONNECTIONS.encode()), format="introductions")


def test_unknown_names_of_formats_and_encodings():
    with pytest.raises(UnknownNameError, match=r"'facebook'.*linkedin\.connections"):
        read(("a.csv", CONNECTIONS.encode()), format="facebook")
    with pytest.raises(UnknownNameError, match="'klingon'"):
        read(("a.csv", CONNECTIONS.encode()), encoding="klingon")
    with pytest.raises(UnknownNameError, match="'hex'"):
        read(("a.csv", CONNECTIONS.encode()), encoding="hex")


def test_an_encoding_can_be_given():
    text = CONNECTIONS.replace("Ada", "Анна")
    contacts = read(("Connections.csv", text.encode("cp1251")), encoding="cp1251")
    assert "Анна Example" in contacts.people["name"].tolist()
    assert contacts.files["encoding"].tolist() == ["cp1251"]


def test_formats_are_listed():
    formats = available_importers()
    assert {"linkedin.connections", "linkedin.messages", "introductions"} <= set(formats.index)
    assert not formats.loc["linkedin.job_answers", "used"]
    assert formats["summary"].str.len().gt(0).all()


@pytest.mark.parametrize(
    ("file", "content", "rows"),
    [
        (
            "Comments.csv",
            "Date,Link,Message\n2024-03-05 09:04:01,https://x,a\nb\nada@example.com\n",
            1,
        ),
        ("Shares_123.csv", "Date,ShareLink,ShareCommentary,SharedUrl\n2024-03-05,x,Hi,\n", 1),
        ("Reactions.csv", "Date,Type,Link\n2024-03-05,LIKE,x\n", 1),
        ("coach_messages.csv", "CONVERSATION ID,FROM,TO,DATE,CONTENT\n1,a,b,2024-03-05,x\n", 1),
        ("LearningCoachMessages.csv", "No conversations found\n", 0),
        ("guide_messages.csv", "CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n1,a,b,,c,d\n", 1),
        ("learning_role_play_messages.csv", "FROM,TO,DATE,SUBJECT,CONTENT\na,b,,c,d\n", 1),
        ("Learning.csv", "Content Title,Content Type,Notes taken,\na,b,c,d\n", 1),
        ("Events.csv", "Event Name,Event Time,Status,External Url\na,b,c,d\n", 1),
        ("Jobs/Job Applications.csv", "Company Name,Job Title,Job Url\na,b,c\n", 1),
        ("Skills.csv", "Name\nPython\n", 1),
        ("Ads Clicked.csv", "Ad clicked Date,Ad Title/Id\n2024,1\n", 1),
        ("Ad_Targeting.csv", "a,a,a\n1,2,3\n", 1),
        ("Saved Jobs.csv", "Saved Date,Job Url,Job Title,Company Name\n", 0),
        ("Registration.csv", "Registered At,Registration Ip,Subscription Types\n1/2/20,x,y\n", 1),
    ],
)
def test_other_members_of_the_archive_are_recognised_and_give_no_people(file, content, rows):
    contacts = read((file, content.encode()))
    assert len(contacts.people) == 1
    assert len(contacts.rejected) == 0
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [rows, rows]


def test_private_answers_are_never_shown():
    name = "Job Applicant Saved Screening Question Responses.csv"
    answers = "Question,Answer\nFirst name,Olivia\nSalary,123456\n,\n"
    contacts = read(("x.zip", zip_of({name: answers, "Profile.csv": PROFILE})))
    for table in ("people", "identifiers", "rejected", "files", "affiliations"):
        assert "123456" not in getattr(contacts, table).to_csv()
    assert "private answers" in contacts.files.set_index("file")["warnings"][f"x.zip/{name}"]
