"""Certificates that people write behind their names: ``Example, PMP, CPA``."""

from __future__ import annotations

import re

KNOWN = frozenset(
    """
    ACCA ACMA AICP AIGP BCBA CAIA CAMS CAPM CBAP CCIE CCNA CCNP CCSP CDMP CEH CFA CFE
    CFM CFP CGMA CHFP CHRP CIA CIMA CIPD CIPM CIPP CIPT CISA CISM CISSP CKA CKAD CKS CMA CPA CPCU
    CPIM CPP CQE CRISC CSCP CSM CSPO CTP FRM FSA GISP GPHR ITIL MCIPD OSCP PHR PHR-CA PMI-ACP
    PMP PRINCE2 PSM PSPO PgMP PfMP PE RCDD SCPM SHRM-CP SHRM-SCP SPHR SSM TOGAF
    """.split()  # noqa: SIM905 - a list of words reads better without its quotes
)
"""Short names of certificates of a profession that nobody bears as a name. Degrees are none."""

_MARKS = re.compile(r"[\u00ae\u2122.()]")


def certificates(name: str) -> list[str]:
    """Find the certificates behind the comma of a name, each once.

    Examples
    --------
    >>> certificates("Example, PhD, PMP\u00ae, SHRM-CP"), certificates("Pe, PE")
    (['PMP', 'SHRM-CP'], ['PE'])
    """
    told = _MARKS.sub("", name).split(",")[1:]
    words = (word for part in told for word in re.split(r"[\s|/;]+", part))
    return list(dict.fromkeys(word for word in words if word in KNOWN))
