"""How far two names agree."""

import pytest

from netgraph.identity.agreement import compare_names, name_keys
from netgraph.identity.names import read_names


def compare(one, other):
    found = compare_names(read_names(one)[0], read_names(other)[0])
    turned = compare_names(read_names(other)[0], read_names(one)[0])
    assert (found.given, found.family, found.apart) == (turned.given, turned.family, turned.apart)
    assert found.weight == pytest.approx(turned.weight)
    return found


@pytest.mark.parametrize(
    ("one", "other", "given", "family"),
    [
        ("Ann Lee", "ann LEE", "same", "same"),
        ("Ann Lee", "Lee Ann", "same", "same"),
        ("Bob Smith", "Robert Smith", "nickname", "same"),
        ("B. Smith", "Robert Smith", "different", "same"),
        ("R. Smith", "Robert Smith", "initial", "same"),
        ("Wilf Smith", "Wilfred Smith", "nickname", "same"),
        ("Maxi Smith", "Maxinetta Smith", "stump", "same"),
        ("Дмитрий Примеров", "Dmitry Primerov", "sound", "same"),
        ("Шостакович Анна", "Anna Schostakowitsch", "same", "sound"),
        ("محمد علوان", "Mohammed Alwan", "sound", "sound"),
        ("王小明", "Xiaoming Wang", "same", "same"),
        ("Wang Xiaoming", "王小明", "same", "same"),
        ("Min-Seo Gil", "Minseo Gil", "same", "same"),
        ("Fatima Kopaler Ganodal", "Fatima Kopaler", "same", "part"),
        ("Anna Müller-Test", "Anna Müller", "same", "part"),
        ("Wouter van den Berg", "Wouter Vandenberg", "same", "same"),
        ("Pepe Mavaber", "José Mavaberg", "nickname", "slip"),
        ("Theo Robert Smith", "Robert Smith", "stump", "same"),
        ("Boyoung G.", "Boyoung Gil", "same", "initial"),
        ("Ann", "Ann Lee", "same", "missing"),
        ("Lee", "Ann Lee", "missing", "same"),
        ("Bo", "Ann Lee", "different", "missing"),
        ("Ann Lee", "Bo Lee", "different", "same"),
        ("Ann Lee", "Ann Kim", "same", "different"),
        ("Daniel Lee", "Daniela Lee", "different", "same"),
    ],
)
def test_the_way_in_which_two_names_agree(one, other, given, family):
    found = compare(one, other)
    assert (found.given, found.family) == (given, family)


def test_other_given_names_and_other_suffixes_tell_people_apart():
    assert compare("Ann Lee", "Bo Lee").apart
    assert compare("Ann Lee Jr.", "Ann Lee Sr.").apart
    assert not compare("Ann Lee", "Ann Kim").apart  # people marry
    assert not compare("Ann Lee Jr.", "Ann Lee").apart


def test_middle_names_weigh_for_and_against():
    assert (
        compare("Ann B. Lee", "Ann Beatrice Lee").weight > compare("Ann Lee", "Ann B. Lee").weight
    )
    assert compare("Ann B. Lee", "Ann C. Lee").weight < 0
    assert compare("Ann Lee", "Ann B. Lee").weight == 0
    assert compare("Ann Maria Lee", "Ann Lee").weight < 0


def test_the_other_order_weighs_less_unless_the_script_leaves_it_open():
    assert compare("Lee Ann", "Ann Lee").weight < 0
    assert compare("石垣 千尋", "千尋 石垣").weight == 0


def test_each_way_weighs_less_than_one_spelling():
    names = ("Bob Smith", "R. Smith", "Robert Smitth")
    assert all(compare(name, "Robert Smith").weight < 0 for name in names)


def test_what_is_counted_of_a_name_is_what_agreements_share():
    given, family = "Robert", "Smith"
    for one in ("Bob Smith", "R. Smith", "Robert Smith"):
        found = compare(one, f"{given} {family}")
        assert found.given_key in name_keys(read_names(f"{given} {family}")[0])
        assert found.family_key in name_keys(read_names(one)[0])


@pytest.mark.parametrize("other", ["Dmitry Primerov", "Мария Primerov", "Primerof Dmitri", "D P"])
def test_agreement_does_not_depend_on_who_comes_first(other):
    one, two = read_names("Дмитрий Примеров")[0], read_names(other)[0]
    assert compare_names(one, two) == compare_names(two, one)
