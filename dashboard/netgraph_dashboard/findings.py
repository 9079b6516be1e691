"""What the overview says: small sums over the answers, each with how it was come by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

import netgraph as ng
from netgraph_dashboard import over_time
from netgraph_dashboard.words import count, percent

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

STABLE = 0.8
LEAST_CLASSIFIED = 150


@dataclass(frozen=True)
class Finding:
    """One number, what it means, how it is computed and how sure it is.

    Attributes
    ----------
    title, value, means
        The number in words, and one sentence of what it says.
    computed
        How it is come by.
    sure
        How far it can be trusted.
    grade
        ``sure``, ``fair``, ``weak`` or ``none``: the same in one word.
    """

    title: str
    value: str
    means: str
    computed: str
    sure: str
    grade: str


def sentence(session: Session) -> str:
    """Sum the network up in one sentence."""
    people, described = int(session.evidence["people"]), session.described
    if not people:
        return "There is nobody in this network yet: add an export of your contacts to begin."
    parts = [f"{count(people, 'person', 'people')} with a known tie, {_groups(described)}"]
    gaps = session.gaps()
    home = gaps.attrs["home"]
    if gaps.attrs["home_from"] == "you" and gaps.attrs["classified"]:
        share = percent(gaps.loc[home, "share"])
        field = ng.DOMAINS[home]
        parts.append(f"{share} of those with a known field work in {field}, as you do")
    bridging = _bridging(session)
    return "; ".join([*parts, bridging] if bridging else parts) + "."


def _groups(described: pd.DataFrame) -> str:
    """Count clusters, those apart that a shared employer alone suggests."""
    seen = int((described["observed"] > 0).sum())
    guessed = len(described) - seen
    parts = [count(seen, "cluster")] if seen else []
    if guessed:
        parts.append(f"{count(guessed, 'group')} known by a shared employer alone")
    return " and ".join(parts) or "no cluster to be seen yet"


def _bridging(session: Session) -> str:
    """Say how few people hold the clusters together."""
    holders, held = only_bridges(session)
    if held:
        verb = "holds" if holders == 1 else "hold"
        clusters = count(held, "cluster")
        return f"{count(holders, 'person', 'people')} {verb} the only bridge to {clusters}"
    few = holding_half(session)
    if not few:
        return ""
    verb = "has" if few == 1 else "have"
    return f"{count(few, 'person', 'people')} {verb} a hand in half of the ties between clusters"


def only_bridges(session: Session) -> tuple[int, int]:
    """Count the people who alone tie their cluster to the others, and those clusters."""
    ends = _ties_between(session)
    members = pd.concat(
        [ends[["one", "cluster_one"]].set_axis(["person", "cluster"], axis=1),
         ends[["two", "cluster_two"]].set_axis(["person", "cluster"], axis=1)]
    ).drop_duplicates()  # fmt: skip
    lone = members[~members["cluster"].duplicated(keep=False)]
    return lone["person"].nunique(), len(lone)


def holding_half(session: Session) -> int:
    """Count how few people, most ties first, have a hand in half of the ties between clusters."""
    ends = _ties_between(session)
    if ends.empty:
        return 0
    most_tied = pd.concat([ends["one"], ends["two"]]).value_counts().index
    place = pd.Series(np.arange(1, len(most_tied) + 1), index=most_tied)
    first = np.minimum(ends["one"].map(place), ends["two"].map(place))
    return int(np.sort(first)[(len(first) - 1) // 2])


def _ties_between(session: Session) -> pd.DataFrame:
    """List the ties between people of different clusters."""
    home = session.clusters["cluster"].dropna().to_dict()
    rows = [
        (one, two, home[one], home[two])
        for one, two in session.graph.edges
        if one in home and two in home and home[one] != home[two]
    ]
    return pd.DataFrame(rows, columns=["one", "two", "cluster_one", "cluster_two"])


def all_findings(session: Session) -> list[Finding]:
    """Give the overview's cards, in their order."""
    return [
        _people(session),
        _clusters(session),
        _diversity(session),
        _reach(session),
        _brokers(session),
        _freshness(session),
    ]


def _people(session: Session) -> Finding:
    files, rejected = session.contacts.files, len(session.contacts.rejected)
    known = int(session.evidence["people"])
    strangers = len(session.people) - known
    means = (
        f"from {count(len(files), 'file')}, in {count(_companies(session), 'company', 'companies')}"
    )
    if strangers:
        means += f"; {strangers:,} more are only named in them, without a known tie"
    return Finding(
        "People",
        f"{known:,}",
        f"{means}.",
        "Everybody with a known tie to you or to one of your contacts, after people who stand in "
        "several files were joined.",
        f"{count(rejected, 'row')} could not be used; the page Data lists each with its reason."
        if rejected
        else "Every row of your files was used.",
        "sure",
    )


def _companies(session: Session) -> int:
    return int(session.people["company"].nunique())


def _clusters(session: Session) -> Finding:
    described, evidence = session.described, session.evidence
    computed = (
        "Leiden communities in the network without you, the best of ten runs; a cluster has at "
        "least three people."
    )
    if described.empty:
        return Finding(
            "Clusters", "none yet", "no group is known to hang together.", computed,
            f"{evidence['verdict']} {evidence['advice']}", "none",
        )  # fmt: skip
    stability = float(np.average(described["stability"], weights=described["size"]))
    largest = described.iloc[0]
    return Finding(
        "Clusters",
        f"{len(described):,}",
        f"the largest, {largest['label']}, has {count(largest['size'], 'person', 'people')}.",
        computed,
        f"The ten runs agree on {percent(stability)} of people. {evidence['verdict']}",
        "fair" if stability >= STABLE and evidence["observed_ties"] else "weak",
    )


def _diversity(session: Session) -> Finding:
    gaps = session.gaps()
    classified, unknown = gaps.attrs["classified"], gaps.attrs["unknown"]
    computed = (
        "The exponential of Shannon's entropy over the fields of work of your contacts (Hill "
        "number of order 1): so many equally common fields would be as diverse."
    )
    if not classified:
        return Finding(
            "Diversity", "unknown", "no contact's field of work is known.", computed,
            "Add an export with job titles, such as LinkedIn's Connections.csv.", "none",
        )  # fmt: skip
    share = gaps["count"][gaps["count"] > 0] / classified
    effective = float(np.exp(-(share * np.log(share)).sum()))
    return Finding(
        "Diversity",
        f"{effective:.1f}",
        f"effective fields of work, of {len(ng.DOMAINS)}; your contacts name {len(share)}.",
        computed,
        f"{percent(classified / (classified + unknown))} of your contacts have a title whose field "
        "is recognised; small fields are counted too low rather than too high.",
        "sure" if classified >= LEAST_CLASSIFIED and classified > 2 * unknown else "fair",
    )


def _reach(session: Session) -> Finding:
    """Tell how many of the contacts are known to lead on to others."""
    evidence = session.evidence
    people, tied = int(evidence["people"]), int(evidence["people_with_ties"])
    computed = (
        "Contacts with a known tie to another contact, as a share of all: through them you reach "
        "people in two steps in more than one way. People outside your files are not counted."
    )
    if not tied:
        return Finding(
            "Reach", "unknown", "whom your contacts know is in none of your files.", computed,
            str(evidence["advice"]), "none",
        )  # fmt: skip
    observed = float(evidence["observed_coverage"])
    return Finding(
        "Reach",
        percent(tied / people),
        f"of your contacts know another, or may: {tied:,} of {people:,}.",
        computed,
        f"{percent(observed)} by an observed tie; the others by a possible one, from a shared "
        "employer or school.",
        "sure" if observed > 0.5 else "weak",  # noqa: PLR2004 - more than half
    )


def _brokers(session: Session) -> Finding:
    brokers, evidence = session.brokers, session.evidence
    computed = (
        "Betweenness in the network without you: how often somebody lies on a shortest path "
        "between two others; inferred ties are drawn twenty times with their probability."
    )
    if brokers.empty:
        return Finding(
            "Brokers", "none yet", "nobody can be seen to connect others.", computed,
            str(evidence["advice"]), "none",
        )  # fmt: skip
    connecting = brokers[brokers["clusters_reached"] > 1]
    top = brokers.iloc[0]
    width = int(top["rank_high"] - top["rank_low"])
    return Finding(
        "Brokers",
        f"{len(connecting):,}",
        f"{'connects' if len(connecting) == 1 else 'connect'} two clusters or more; "
        f"{top['name']} bridges most.",
        computed,
        f"The first rank is {'firm' if not width else 'not settled'}: {top['name']} is placed "
        f"{_place(top)} over the draws.",
        "fair" if width <= 2 else "weak",  # noqa: PLR2004 - two places up or down
    )


def _place(broker: pd.Series) -> str:
    low, high = broker["rank_low"], broker["rank_high"]
    return f"{low} each time" if low == high else f"{low} to {high}"


def _freshness(session: Session) -> Finding:
    """Tell the same as the page Change."""
    table = over_time.fresh(session, over_time.TOGETHER)
    computed = (
        "People with a tie to you or an exchange with you, with whom there was a dated message, "
        "mail, meeting or call in the year up to the last day of your files; as on the page "
        "Change. LinkedIn's \u201cConnected On\u201d is no exchange and does not count."
    )
    if table.empty or table["share"].isna().all():
        return Finding(
            "Freshness", "unknown", "no exchange in your files has a date.", computed,
            "Add your messages, mail or calendar.", "none",
        )  # fmt: skip
    year = table.set_index("months").loc[12]
    people, told = int(year["people"]), int(year["people"] - year["unknown"])
    return Finding(
        "Freshness",
        percent(year["share"]),
        f"exchanged words with you in the year to {table.attrs['now']:%B %Y}: "
        f"{year['fresh']:,} of {people:,} people with a tie to you or an exchange with you.",
        computed,
        f"At least so many: of {told:,} of them any dated exchange is in your files; other talks "
        "leave no trace.",
        "fair",
    )
