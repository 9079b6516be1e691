"""Relations that address books of the real layouts tell."""

import netgraph as ng

ME = (
    "Profile.csv",
    b"First Name,Last Name,Headline\nMira,Lindqvist,Data Engineer\n",
)
ADDRESSES = (
    "Email Addresses.csv",
    b"Email Address,Confirmed,Primary,Updated On\nmira@example.org,Yes,Yes,\n",
)
CARDS = (
    "phone.vcf",
    b"""\
BEGIN:VCARD
VERSION:3.0
N:Lindqvist;Mira;;;
FN:Mira Lindqvist
EMAIL:mira@example.org
item1.X-ABRELATEDNAMES:Bo Sample
item1.X-ABLabel:_$!<Spouse>!$_
item2.X-ABRELATEDNAMES:Cy Third
item2.X-ABLabel:_$!<Manager>!$_
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Sample;Bo;;;
FN:Bo Sample
EMAIL:bo@example.org
CATEGORIES:Familie
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Fourth;Dee;;;
FN:Dee Fourth
EMAIL:dee@example.org
CATEGORIES:Kunden,Verein
END:VCARD
""".replace(b"\n", b"\r\n"),
)


def test_your_own_card_and_labels_in_your_language_tell_who_is_what():
    found = ng.find_relations(ng.load(ME, ADDRESSES, CARDS))
    told = {(row.name, row.relation) for row in found.itertuples(index=False)}
    assert told == {
        ("Bo Sample", "family"),
        ("Cy Third", "colleague"),
        ("Dee Fourth", "client"),
        ("Dee Fourth", "community"),
    }
    family = found.set_index("name").loc["Bo Sample", "evidence"]
    assert "your card names them as 'spouse'" in family
