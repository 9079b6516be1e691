"""`netgraph domains`: the fields of work of your people, and what titles say."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import load_network, open_workspace, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_limit, add_workspace
from netgraph.cli._printing import as_records, console, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_LEAST_SHOWN = 0.005
_UNMAPPED = {"title": "Title", "people": "People", "hint": "Company or history hints at"}


def add_to(commands: Commands) -> None:
    """Add `domains` to the commands."""
    parser = commands.add_parser(
        "domains",
        help="fields of work: how many people in each, and what a title says",
        description="List the fields of work and how many of your people are in each.",
        epilog="For example: netgraph domains --unmapped; "
        "netgraph domains --title 'Growth Ninja' --set MKTG",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--unmapped",
        action="store_true",
        help="list the titles that name no field, those of most people first",
    )
    what.add_argument("--title", metavar="TEXT", help="tell what one title says, and why")
    parser.add_argument(
        "--set",
        metavar="FIELD",
        help="with --title: all who have it work in this field; a code, a name, or UNK for none",
    )
    parser.add_argument(
        "--level", metavar="LEVEL", help="with --title: all who have it are at this level"
    )
    parser.add_argument(
        "--rules",
        metavar="FILE",
        help="your own rules, CSV or YAML (title, domain, seniority), for this one answer",
    )
    parser.add_argument(
        "--keep", action="store_true", help="with --rules: take them over into the workspace"
    )
    add_limit(parser, 30)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_domains)


def _domains(options: argparse.Namespace) -> int:
    if options.title is None and (options.set or options.level):
        raise ng.NetgraphError(
            "--set and --level are about one title", remedy="Name it: --title TEXT"
        )
    if options.keep:
        return _keep(options)
    if options.set or options.level:
        return _set(options)
    if options.title is not None:
        return _title(options)
    with console(errors=True).status("Reading ..."):
        contacts = load_network(options)
        if options.rules:
            contacts = ng.classify(contacts, overrides=options.rules)
    if options.unmapped:
        _tell_unmapped(contacts, options)
    else:
        _tell_domains(contacts, options)
    return tell_unreadable(contacts.files) if options.files else 0


def _tell_domains(contacts: ng.Contacts, options: argparse.Namespace) -> None:
    counted = count_domains(contacts)
    if options.json:
        print_json(as_records(counted))
        return
    known = counted.dropna(subset=["domain"])
    shown = known.assign(share=known["share"].map(_percent))
    headers = {"domain": "Code", "name": "Field of work", "people": "People", "share": "Share"}
    print_table(shown[known["people"] > 0], headers)
    none = known.loc[known["people"] == 0, "name"].tolist()
    if none:
        print(f"Nobody in: {'; '.join(none)}.")
    unknown = int(counted.loc[counted["domain"].isna(), "people"].sum())
    total = int(counted["people"].sum())
    print(
        f"{number_of(total - unknown, 'person', 'people')} of {total:,} with a known field; "
        f"the shares are of these."
    )
    if unknown:
        print(f"{unknown:,} without. For their titles: netgraph domains --unmapped")


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= _LEAST_SHOWN or not share else "< 1%"


def count_domains(contacts: ng.Contacts) -> pd.DataFrame:
    """Count people by domain: columns ``domain name people share``; NA for no known field."""
    import pandas as pd  # noqa: PLC0415 - `--help` stays quick

    others = contacts.people[~contacts.people["is_ego"]]
    counts = others["domain"].value_counts()
    table = pd.DataFrame({"domain": list(ng.DOMAINS), "name": list(ng.DOMAINS.values())})
    table["people"] = table["domain"].map(counts).fillna(0).astype(int)
    table["share"] = table["people"] / max(int(table["people"].sum()), 1)
    table = table.sort_values("people", ascending=False, kind="stable", ignore_index=True)
    unknown = int(others["domain"].isna().sum())
    rest = pd.DataFrame({"domain": [None], "name": ["no known field"], "people": [unknown]})
    return pd.concat([table, rest], ignore_index=True)


def _tell_unmapped(contacts: ng.Contacts, options: argparse.Namespace) -> None:
    titles = ng.find_unmapped_titles(contacts)
    people = contacts.people
    open_ = people[people["domain"].isna() & people["title"].notna()]
    if open_["domain_hint"].notna().any():
        hints = open_.groupby("title")["domain_hint"].agg(
            lambda codes: ", ".join(sorted(set(codes.dropna())))
        )
        titles["hint"] = titles["title"].map(hints)
    shown = titles.head(options.limit)
    if options.json:
        print_json(as_records(shown))
        return
    if len(shown):
        print_table(shown, _UNMAPPED)
    untitled = int((people["domain"].isna() & people["title"].isna() & ~people["is_ego"]).sum())
    print(f"{number_of(len(titles), 'title')} without a field; {len(shown):,} shown.")
    if untitled:
        print(f"{number_of(untitled, 'person', 'people')} without a field have no title at all.")
    if len(titles):
        print("To give one a field: netgraph domains --title TITLE --set FIELD")


def _title(options: argparse.Namespace) -> int:
    with console(errors=True).status("Reading ..."):
        people, rules = _people_and_rules(options)
    said = ng.describe_title(options.title, overrides=rules)
    count = _bearers(people, options.title)
    if options.json:
        print_json(_record(options.title, rules) | {"says": said, "people": count})
        return 0
    print(said)
    if count:
        print(f"{number_of(count, 'person has', 'people have')} this title.")
    return 0


def _record(title: str, rules: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever `classify` takes
    """Classify one title as a person's would be."""
    import pandas as pd  # noqa: PLC0415 - `--help` stays quick

    somebody = ng.Contacts(pd.DataFrame({"title": [title]}, index=["somebody"]))
    labelled = ng.classify(somebody, overrides=rules).people
    columns = ["domain", "seniority", "domain_phrase", "domain_margin", "domain_source"]
    return as_records(labelled[columns].reset_index(drop=True))[0]


def _people_and_rules(options: argparse.Namespace) -> tuple[pd.DataFrame, Any]:
    """Give the people who are known, and the rules of one's own for titles."""
    if options.files:
        return load_network(options).people, options.rules
    with open_workspace(options) as workspace:
        own = workspace.overrides
        people = workspace.contacts.people
    if options.rules:
        return people, options.rules
    own = own[own["kind"] == "title"][["subject", "domain", "seniority"]].fillna("")
    return people, {
        title: {"domain": domain, "seniority": level}
        for title, domain, level in own[::-1].itertuples(index=False)
        if domain or level
    }


def _bearers(people: pd.DataFrame, title: str) -> int:
    folded = people["title"].str.casefold().str.split().str.join(" ")
    wanted = " ".join(title.casefold().split()).replace("[", "[[]")
    return sum(fnmatchcase(one, wanted) for one in folded.dropna())


def _keep(options: argparse.Namespace) -> int:
    if not options.rules or options.files or options.set or options.level:
        raise ng.NetgraphError(
            "--keep takes the rules of one file over into the workspace",
            remedy="Say netgraph domains --rules FILE --keep",
        )
    with open_workspace(options) as workspace:
        count = workspace.override_titles(options.rules)
    print(f"{number_of(count, 'rule')} for titles kept. To take them back: netgraph undo")
    return 0


def _set(options: argparse.Namespace) -> int:
    if options.files or options.rules:
        raise ng.NetgraphError(
            "what you set is kept in the workspace, not in files",
            remedy="Leave the files out, or write the rule into a file for --rules",
        )
    title = options.title.strip()
    if not title:
        raise ng.NetgraphError("the title is empty", remedy="Name it: --title TEXT")
    with open_workspace(options) as workspace:
        workspace.override(title, domain=options.set, seniority=options.level)
    people, rules = _people_and_rules(options)
    count = _bearers(people, title)
    print(f"{title}: {ng.describe_title(title, overrides=rules)}")
    whom = number_of(count, "person has", "people have") if count else "Nobody has"
    print(f"{whom} this title now. To take it back: netgraph undo")
    return 0
