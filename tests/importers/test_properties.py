"""Whatever bytes come in: `Contacts` whose account holds, or one clear error."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.errors import ImportFormatError
from netgraph.importers import read
from netgraph.importers._identifiers import linkedin_slug, profile_url
from netgraph.importers._names import clean

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted(p for p in FIXTURES.rglob("*") if p.suffix in {".csv", ".zip"})
CSVS = [path for path in FILES if path.suffix == ".csv"]
HEADERS = sorted(
    {line for path in CSVS for line in path.read_text("utf-8-sig", "replace").splitlines()[:4]}
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Ada",
            "Ada Example",
            "Ada#1",
            "Olivia Owner",
            "LinkedIn Member",
            "me",
            "https://www.linkedin.com/in/ada",
            "https://www.linkedin.com/in/ada,https://www.linkedin.com/in/bob",
            "Ada Example,Bob Sample, PhD",
            "ada@example.com",
            "Yes",
            "INCOMING",
            "2021-03-05 09:04:01 UTC",
            "3/5/21, 9:04 AM",
            "05 Mar 2021",
            "",
            "",
        ]
    ),
)
FEW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


def check(*sources, **options):
    """Read, and hold the result to what is promised of any input."""
    try:
        contacts = read(*sources, **options)
    except ImportFormatError:
        return
    files = contacts.files
    assert (files["rows"] == files["kept"] + files["rejected"]).all()
    assert (files[["anonymous", "padding", "duplicates"]].sum(axis=1) <= files["rejected"]).all()
    assert files["rejected"].sum() == len(contacts.rejected)
    assert contacts.rejected["reason"].notna().all()
    assert contacts.people["is_ego"].sum() == 1
    assert not contacts.people.index.str.startswith("said/").any()
    assert (contacts.ties["source"] != contacts.ties["target"]).all()
    assert not contacts.ties.duplicated(["source", "target", "kind"]).any()


@FEW
@given(st.binary(max_size=400))
def test_random_bytes(data):
    check(("Connections.csv", data))


@FEW
@given(st.sampled_from(FILES), st.data())
def test_mutated_exports(path, data):
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, max(len(content) - 1, 0)))
        piece = data.draw(
            st.one_of(st.binary(max_size=4), st.sampled_from([b'"', b",", b"\n", b"\0"]))
        )
        content[place : place + data.draw(st.integers(0, 8))] = piece
    check((path.name, bytes(content)))


@FEW
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_truncated_exports(path, share):
    content = path.read_bytes()
    check((path.name, content[: int(len(content) * share)]))


@FEW
@given(st.sampled_from(HEADERS), st.lists(st.lists(CELLS, max_size=14), max_size=12), st.booleans())
def test_random_cells_below_a_known_header(header, rows, ego):
    lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    text = "\n".join([header, *lines])
    check(
        ("Recommendations_Given.csv", text.encode("utf-8", "replace")),
        ego="Olivia Owner" if ego else None,
    )


@settings(FEW, max_examples=10)
@given(st.lists(st.sampled_from(FILES), min_size=1, max_size=4), st.one_of(st.none(), CELLS))
def test_any_files_together(paths, ego):
    check(*paths, ego=ego)


@settings(FEW, max_examples=10)
@given(st.dictionaries(st.text(max_size=20), st.sampled_from(FILES), max_size=4))
def test_archives_with_any_names(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, path in members.items():
            archive.writestr(name.encode("utf-8", "replace").decode() or "x", path.read_bytes())
    check(("x.zip", stream.getvalue()))


@given(st.text())
def test_a_cleaned_name_has_no_sign_that_cannot_be_seen(text):
    name = clean(text)
    assert name == " ".join(name.split())
    assert not any(unicodedata.category(sign) == "Cc" for sign in name)
    assert not set(name) & set("\u200b\u200e\u2060\ufeff\u00ad")


@given(st.text(min_size=1, max_size=30))
def test_the_kept_form_of_an_address_is_stable(slug):
    found = linkedin_slug(profile_url(slug))
    if found is not None and "%" not in found:
        assert linkedin_slug(profile_url(found)) in {found, None}
