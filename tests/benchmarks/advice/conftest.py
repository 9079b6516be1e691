import numpy as np
import pytest
from advice.networks import Network


def network(pairs, group):
    ties = sorted(tuple(sorted(pair)) for pair in pairs)
    return Network("tiny", np.array(ties, dtype=np.int64), np.array(group, dtype=np.int64))


@pytest.fixture
def make_network():
    return network


@pytest.fixture
def two_offices():
    """People 0 to 4 and 5 to 9: all know each other; 4 and 5 join the offices."""
    offices = [(a, b) for one in (0, 5) for a in range(one, one + 5) for b in range(a + 1, one + 5)]
    return network([*offices, (4, 5)], [0] * 5 + [1] * 5)


@pytest.fixture
def town():
    """Sixty people in ten groups of six, a few ties between groups."""
    rng = np.random.default_rng(5)
    group = np.arange(60) // 6
    within = [(a, b) for a in range(60) for b in range(a + 1, 60) if group[a] == group[b]]
    across = {tuple(sorted(rng.choice(60, 2, replace=False).tolist())) for _ in range(60)}
    return network({*within, *across}, group)
