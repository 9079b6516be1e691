"""Exports that followed each other, under the ids of today."""

from workspace.exports import ADA, BOB, connections, messages


def test_each_export_is_compared_with_the_next(workspace):
    for people in ((ADA,), (ADA, BOB), (BOB,)):
        workspace.add(("Connections.csv", connections(*people)))
    listed = [
        (
            sorted(set(step.before.people.index) - {"ego"}),
            sorted(set(step.after.people.index) - {"ego"}),
        )
        for step in workspace.history
    ]
    assert listed == [
        (["in/ada-example"], ["in/ada-example", "in/bob-sample"]),
        (["in/ada-example", "in/bob-sample"], ["in/bob-sample"]),
    ]
    assert {step.source for step in workspace.history} == {"linkedin.connections"}


def test_somebody_with_a_new_address_stands_under_it_in_both(workspace):
    moved = (*ADA[:2], "ada-of-delft", *ADA[3:])
    workspace.add(("Connections.csv", connections(ADA, BOB)))
    workspace.add(("Connections.csv", connections(moved, BOB)))
    (step,) = workspace.history
    assert "in/ada-of-delft" in step.before.people.index
    assert "in/ada-example" not in step.before.people.index


def test_files_that_list_no_contacts_are_not_compared(workspace):
    ada = (("Ada Example", "ada-example"), ("Olivia Owner", "olivia"))
    workspace.add(("messages.csv", messages(("t", *ada, "2024-01-01"))))
    workspace.add(("messages.csv", messages(("t", *ada, "2024-01-01"), ("t", *ada, "2024-02-01"))))
    assert workspace.history == []
