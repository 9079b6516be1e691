"""Files, folders, ZIPs and uploads; sound, damaged and hostile."""

from __future__ import annotations

import re
import struct
import zipfile

import pytest

from importers.archives import CONNECTIONS, POSITIONS, PROFILE, zip_of
from netgraph.errors import ImportFormatError
from netgraph.importers import _content, _zip, read
from netgraph.importers._sources import find_members

ARCHIVE = {"Connections.csv": CONNECTIONS, "Profile.csv": PROFILE, "Positions.csv": POSITIONS}


def formats(contacts):
    return dict(zip(contacts.files["file"], contacts.files["format"], strict=True))


def warning(contacts, file):
    return contacts.files.set_index("file")["warnings"][file]


def test_a_file_a_folder_a_zip_and_an_upload_give_the_same(tmp_path):
    folder = tmp_path / "export"
    folder.mkdir()
    for name, content in ARCHIVE.items():
        (folder / name).write_text(content, encoding="utf-8")
    (tmp_path / "export.zip").write_bytes(zip_of(ARCHIVE))
    from_files = read(*sorted(folder.iterdir()))
    from_folder = read(folder)
    from_zip = read(str(tmp_path / "export.zip"))
    from_upload = read(("export.zip", zip_of(ARCHIVE)))
    assert list(from_files.files["file"]) == sorted(ARCHIVE)
    assert list(from_folder.files["file"]) == [f"export/{name}" for name in sorted(ARCHIVE)]
    assert list(from_zip.files["file"]) == [f"export.zip/{name}" for name in ARCHIVE]
    for other in (from_folder, from_zip, from_upload):
        assert other.people.equals(from_files.people)
        assert other.ties.equals(from_files.ties)
        assert other.affiliations.equals(from_files.affiliations)


def test_a_zip_in_a_folder_is_opened(tmp_path):
    (tmp_path / "basic.zip").write_bytes(zip_of({"Connections.csv": CONNECTIONS}))
    contacts = read(tmp_path)
    assert formats(contacts) == {
        f"{tmp_path.name}/basic.zip/Connections.csv": "linkedin.connections"
    }


def test_content_decides_not_the_name():
    contacts = read(("messages.csv", CONNECTIONS.encode()), ("photo.jpg.csv", zip_of(ARCHIVE)))
    assert formats(contacts)["messages.csv"] == "linkedin.connections"
    assert formats(contacts)["photo.jpg.csv/Profile.csv"] == "linkedin.profile"


def test_two_files_of_one_name_are_told_apart(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    files = read(tmp_path / "a" / "Connections.csv", tmp_path / "b" / "Connections.csv").files
    assert files["file"].is_unique
    assert files["file"].iloc[1].endswith("Connections.csv")


def test_what_operating_systems_leave_behind_is_passed_over():
    junk = {
        "__MACOSX/._Connections.csv": b"\0\5\x16\7",
        "a/__MACOSX/x/._b.csv": b"\0",
        "._Profile.csv": b"\0",
        ".DS_Store": b"\0\0\0\1Bud1",
        "a/Thumbs.db": b"\0",
    }
    contacts = read(("x.zip", zip_of(ARCHIVE | junk)))
    assert list(contacts.files["file"]) == [f"x.zip/{name}" for name in ARCHIVE]


def test_pictures_and_articles_are_listed_and_not_read():
    more = {
        "Rich/photo.png": b"\x89PNG",
        "Articles/Articles/a.html": "<html></html>",
        "odd.csv": "a,b\n1,2\n",
    }
    contacts = read(("x.zip", zip_of(ARCHIVE | more)))
    for name in more:
        row = contacts.files.set_index("file").loc[f"x.zip/{name}"]
        assert row["format"] == "unknown"
        assert row["rows"] == row["kept"] == 0
        assert row["warnings"].startswith("not used")


@pytest.mark.parametrize(
    "name", ["../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:\\evil.csv"]
)
def test_a_path_that_leads_out_of_the_archive_is_refused(name):
    contacts = read(("x.zip", zip_of({name: CONNECTIONS, "Profile.csv": PROFILE})))
    assert len(contacts.people) == 1
    assert (
        "leads out"
        in contacts.files.loc[contacts.files["format"] == "unreadable", "warnings"].iloc[0]
    )


def encrypted(archive):
    """Set the mark of encryption on every member, in both of its headers."""
    data = bytearray(archive)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(signature), archive):
            data[found.start() + place] |= 1
    return bytes(data)


def test_an_encrypted_archive_says_so():
    with pytest.raises(ImportFormatError, match="encrypted") as error:
        read(("x.zip", encrypted(zip_of(ARCHIVE))))
    assert "Unpack" in error.value.remedy


@pytest.mark.parametrize("stored", [False, True])
def test_a_truncated_archive_keeps_what_is_whole(stored):
    archive = zip_of(ARCHIVE, stored=stored)
    last = archive.index(b"Positions.csv")
    contacts = read(("x.zip", archive[: last + 30]))
    found = formats(contacts)
    assert found["x.zip/Connections.csv"] == "linkedin.connections"
    assert found["x.zip/Profile.csv"] == "linkedin.profile"
    assert found["x.zip/Positions.csv"] == "unreadable"
    assert found["x.zip"] == "unreadable"
    assert "cut off" in warning(contacts, "x.zip")
    assert len(contacts.ties) == 2


def test_a_truncated_archive_without_a_whole_member_is_an_error():
    with pytest.raises(ImportFormatError, match="damaged"):
        read(("x.zip", zip_of(ARCHIVE)[:60]))


def test_a_member_that_is_damaged_does_not_take_the_others_along():
    archive = bytearray(zip_of(ARCHIVE))
    place = archive.index(b"Connections.csv") + len("Connections.csv") + 5
    archive[place : place + 20] = bytes(20)
    contacts = read(("x.zip", bytes(archive)))
    assert "damaged" in warning(contacts, "x.zip/Connections.csv")
    assert formats(contacts)["x.zip/Profile.csv"] == "linkedin.profile"


def test_a_compression_that_python_does_not_know_is_no_traceback():
    archive = bytearray(zip_of(ARCHIVE))
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", archive, archive.index(signature) + place, 97)
    contacts = read(("x.zip", bytes(archive)))
    assert "damaged" in warning(contacts, "x.zip/Connections.csv")


def test_an_office_document_is_named_as_such():
    letter = zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"})
    with pytest.raises(ImportFormatError, match="office document") as error:
        read(("Connections.csv", letter))
    assert error.value.file == "Connections.csv"
    assert "CSV" in error.value.remedy


def test_a_bomb_does_not_go_off(monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_MEMBER", 10_000)
    contacts = read(("x.zip", zip_of({"bomb.csv": b"0" * 10_001, "Profile.csv": PROFILE})))
    assert "too large" in warning(contacts, "x.zip/bomb.csv")
    monkeypatch.setattr(_content, "RATIO_FROM", 1_000)
    contacts = read(("x.zip", zip_of({"bomb.csv": b"0" * 9_999, "Profile.csv": PROFILE})))
    # 9,999 equal bytes shrink to about 30
    assert "far too much" in warning(contacts, "x.zip/bomb.csv")


def test_all_members_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_TOTAL", len(CONNECTIONS) + 10)
    contacts = read(("x.zip", zip_of(ARCHIVE)))
    assert formats(contacts)["x.zip/Connections.csv"] == "linkedin.connections"
    assert "too large" in warning(contacts, "x.zip/Profile.csv")


def test_too_many_members(monkeypatch):
    monkeypatch.setattr(_zip, "MOST_MEMBERS", 2)
    with pytest.raises(ImportFormatError, match="more than 2 files"):
        read(("x.zip", zip_of(ARCHIVE)))


def test_a_zip_inside_a_zip_is_listed_and_not_opened():
    contacts = read(("x.zip", zip_of({"inner.zip": zip_of(ARCHIVE), "Profile.csv": PROFILE})))
    assert formats(contacts)["x.zip/inner.zip"] == "unreadable"
    assert "Unpack the outer archive and give the inner one" in warning(contacts, "x.zip/inner.zip")


def test_an_empty_archive():
    with pytest.raises(ImportFormatError, match="archive is empty"):
        read(("x.zip", zip_of({})))


def test_an_archive_of_other_things():
    with pytest.raises(ImportFormatError, match="no file that netgraph can read") as error:
        read(("x.zip", zip_of({"a.csv": "a,b\n1,2\n", "b.png": b"\x89PNG"})))
    assert error.value.file == "x.zip"


def test_nothing_is_written_to_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    read(("x.zip", zip_of(ARCHIVE)))
    assert list(tmp_path.iterdir()) == []


def test_paths_that_lead_nowhere(tmp_path):
    with pytest.raises(ImportFormatError, match="no such file"):
        read(tmp_path / "missing.csv")
    with pytest.raises(ImportFormatError, match="folder is empty"):
        read(tmp_path)
    with pytest.raises(ImportFormatError, match="cannot be opened"):
        read("a\0b.csv")


def test_of_a_file_that_is_not_there_the_whole_path_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ImportFormatError) as error:
        read("missing.zip")
    assert error.value.file == "missing.zip"
    assert error.value.remedy == f"Check the path {tmp_path / 'missing.zip'}"


def test_a_file_too_large_for_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_MEMBER", 100)
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    with pytest.raises(ImportFormatError, match="too large"):
        read(tmp_path / "Connections.csv")


def test_hidden_files_of_a_folder_are_passed_over(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    (tmp_path / "Profile.csv").write_text(PROFILE, encoding="utf-8")
    assert len(list(find_members((tmp_path,)))) == 1


def test_archives_without_a_mark_of_the_system_are_read(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("Connections.csv", "w") as member:
        member.write(CONNECTIONS.encode())  # written as a stream: sizes stand behind the data
    assert len(read(path).ties) == 2
