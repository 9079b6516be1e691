"""`netgraph note` and `netgraph tag`: your own words about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import one_person, open_workspace
from netgraph.cli._options import add_json, add_person, add_workspace
from netgraph.cli._printing import as_records, print_json, print_table

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `note` and `tag` to the commands."""
    note = commands.add_parser("note", help="write a note about a person; without text, read them")
    add_person(note)
    note.add_argument("text", nargs="*", default=[], metavar="TEXT", help="the note")
    note.add_argument("--remove", action="store_true", help="take the notes about them away")
    add_workspace(note)
    add_json(note)
    note.set_defaults(run=_note)

    tag = commands.add_parser(
        "tag",
        help="give a person tags; without a tag, list them",
        description="Give a person tags. Needed is the person; without a tag, those that they "
        "have are listed.",
        epilog="For example: netgraph tag 'Ada Example' law 'met in Delft'",
    )
    add_person(tag)
    tag.add_argument(
        "tags", nargs="*", default=[], metavar="TAG", help="a word or a few: 'met in Delft'"
    )
    tag.add_argument("--remove", action="store_true", help="take these tags from them instead")
    add_workspace(tag)
    add_json(tag)
    tag.set_defaults(run=_tag)


def _note(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person)
        text = " ".join(options.text).strip()
        if options.remove and text:
            raise ng.NetgraphError(
                "--remove takes all notes about a person away", remedy="Leave the text out"
            )
        if options.remove:
            workspace.note(person, "")
            print(f"The notes about {name} are taken away. To have them back: netgraph undo")
        elif text:
            workspace.note(person, text)
            print(f"Noted about {name}.")
        else:
            notes = workspace.notes
            notes = notes[notes["person_id"] == person]
            if options.json:
                print_json(as_records(notes))
            elif notes.empty:
                print(f"There is no note about {name}.")
            else:
                print_table(notes, {"at": "When", "text": "Note"}, title=name)
    return 0


def _tag(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person)
        if options.tags and options.remove:
            workspace.untag(person, *options.tags)
        elif options.tags:
            workspace.tag(person, *options.tags)
        elif options.remove:
            raise ng.NetgraphError("no tag is named", remedy="Name those to take away")
        tags = workspace.tags
        tags = tags[tags["person_id"] == person]
        if options.json:
            print_json(as_records(tags))
        elif tags.empty:
            print(f"{name} has no tags.")
        else:
            print(f"{name}: {', '.join(tags['tag'])}")
    return 0
