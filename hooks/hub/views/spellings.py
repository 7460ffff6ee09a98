"""British and American spelling of the same word, so that either finds the other.

The rule: a word that is made as in `RULES` is spelled otherwise on the other side of the ocean by
exchanging the part named there, and nothing else. Where British spelling allows both (-ise, -ize)
they count as the two sides; verbs in -ise that nobody spells with z are named in `ALWAYS_ISE`.
This is data for search alone: nothing on a page is respelled.
"""

from __future__ import annotations

import re
from functools import lru_cache

PLURAL = "s?"
REST = "[a-z]*"

RULES = (
    ("behavi|col|demean|endeav|fav|flav|harb|hon|hum|lab|neighb|od|rum|sav|savi|splend|tum|vap|vig",
     "our", "or", REST),
    ("calib|cent|fib|lit|met|somb|spect|theat", "re", "er", PLURAL),
    ("[a-z]{3,}", "is", "iz", "e|es|ed|ing|er|ers|ation|ations|ational"),
    ("anal|catal|dial|paral", "ys", "yz", "e|es|ed|ing|er|ers"),
    ("cance|channe|counse|fue|labe|leve|marve|mode|signa|tota|trave|tunne",
     "ll", "l", "ed|ing|er|ers|or|ors"),
    ("analog|catalog|dialog", "ue", "", PLURAL),
    ("defen|licen|offen|preten", "ce", "se", PLURAL),
    ("program", "me", "", PLURAL),
    ("enro|fulfi", "l", "ll", "|s|ment|ments"),
    ("ski|wi", "l", "ll", "ful|fully"),
    ("marve|woo", "ll", "l", "en|ous|ously"),
    ("jewel", "lery", "ry", ""),
    ("[a-z]*", "archaeo", "archeo", REST),
    ("[a-z]*", "paedi", "pedi", REST),
    ("[a-z]*", "paedo", "pedo", REST),
    ("[a-z]*", "anaesthe", "anesthe", REST),
    ("an|isch|leuk|septic|tox|[a-z]+glyc", "aemi", "emi", "a|as|c"),
    ("", "aetiolog", "etiolog", REST),
    ("", "aesthetic", "esthetic", REST),
    ("", "caesarean", "cesarean", PLURAL),
    ("", "diarrhoea", "diarrhea", ""),
    ("", "dyspnoea", "dyspnea", ""),
    ("", "foet", "fet", "us|uses|al"),
    ("", "gynaecolog", "gynecolog", REST),
    ("", "haem", "hem", "at[a-z]*|o[a-z]*"),
    ("", "oedema", "edema", PLURAL),
    ("", "oesophag", "esophag", REST),
    ("", "oestr", "estr", "[ao][a-z]*"),
    ("", "age", "ag", "ing|ism|ist"),
    ("", "arte", "arti", "fact|facts"),
    ("", "cosy", "cozy", ""),
    ("", "grey", "gray", "|s|ing|ish"),
    ("", "manoeuvre", "maneuver", PLURAL),
    ("", "moul", "mol", "d|ds|dy|der|ded|ding"),
    ("", "mum", "mom", PLURAL),
    ("", "plough", "plow", "|s|ed|ing"),
    ("", "pyjama", "pajama", PLURAL),
    ("", "sceptic", "skeptic", "|s|al|ism"),
    ("", "yoghurt", "yogurt", PLURAL),
)  # fmt: skip
"""How words are made: what stands before, the British part, the American part, what follows."""

ALWAYS_ISE = (
    "advert", "adv", "appra", "ar", "bra", "bru", "chast", "circumc", "compr", "comprom", "conc",
    "cru", "dem", "desp", "dev", "disgu", "enterpr", "exc", "exerc", "exp", "expert", "franch",
    "improv", "inc", "merchand", "no", "otherw", "parad", "pra", "prac", "prec", "prem", "prom",
    "pract", "ra", "rev", "superv", "surm", "surpr", "telev", "treat", "unsuperv", "w", "likew",
)  # fmt: skip
"""What stands before -ise in words that are always spelled so (and in sizes and prizes, with z)."""

_WAYS = tuple(
    (re.compile(f"({before})({here})({after})"), there)
    for before, british, american, after in RULES
    for here, there in ((british, american), (american, british))
)
_SOME = re.compile(
    "|".join(f"(?:{before})(?:{one}|{two})(?:{after})" for before, one, two, after in RULES)
)
_NEVER = re.compile(rf"({'|'.join(ALWAYS_ISE)})is.*|(cap|pr|re|s|se)iz.*")


@lru_cache(50_000)
def other_spelling(word: str) -> str:
    """Return a word of small letters as it is spelled on the other side; "" where that is the same.

    Where American spelling drops a letter this may make a word that nobody writes ("honourary");
    it does no harm, as nobody looks for it.
    """
    if not _SOME.fullmatch(word) or _NEVER.fullmatch(word):
        return ""
    for way, there in _WAYS:
        if found := way.fullmatch(word):
            return f"{found[1]}{there}{found[3]}"
    return ""
