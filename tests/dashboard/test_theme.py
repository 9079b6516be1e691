"""Colours: the map's are the figures' own."""

import pandas as pd

import netgraph as ng
from netgraph_dashboard import theme
from netgraph_dashboard.pages import clusters


def test_clusters_have_the_same_colour_on_the_map_and_in_the_chart(session):
    bars = ng.plot_clusters(session.described).data[0]
    by_cluster = dict(zip((row[-1] for row in bars.customdata), bars.marker.color, strict=True))
    for cluster, colour in by_cluster.items():
        assert theme.cluster_colour(cluster) == colour


def test_people_without_a_cluster_are_grey():
    assert theme.cluster_colour(pd.NA) == theme.GREY


def test_no_colour_stands_for_two_clusters():
    colours = [theme.cluster_colour(cluster) for cluster in range(len(theme.PALETTE))]
    assert len(set(colours)) == len(theme.PALETTE)
    assert theme.cluster_colour(len(theme.PALETTE)) == theme.GREY


def test_small_clusters_are_grey_in_the_chart_too(session):
    described = session.described.set_axis([0, len(theme.PALETTE)], axis=0)
    colours = clusters.figure(described).data[0].marker.color
    assert set(colours) == {theme.PALETTE[0], theme.GREY}


def test_the_most_common_fields_get_the_colours():
    counts = pd.Series({f"d{n}": 100 - n for n in range(20)})
    colours = theme.domain_colours(counts)
    assert len(set(colours.values())) == len(theme.PALETTE) + 1
    assert colours["d19"] == theme.GREY
