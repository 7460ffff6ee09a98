"""The catalogue of diagnostics: every code, with what it usually weighs.

A code is kebab-case and names the bad thing. Each has a page in `hub/explanations/`, which says
what was found and why that matters, and which the test suite runs. Codes are permanent: a published
one is never given another meaning.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops a build, a warning is advice.

    A notice is what the calendar says and no change of a file has brought about: it stops nothing,
    not even what is strict.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_ERROR, _ADVICE, _NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE


class Code(Enum):
    """A kind of fault: its slug and usual severity."""

    # Reading files
    NOT_UTF8 = "not-utf8", _ERROR
    EMPTY_FILE = "empty-file", _ERROR
    UNREADABLE_FILE = "unreadable-file", _ERROR
    MISPLACED_FILE = "misplaced-file", _ERROR
    BAD_FILE_NAME = "bad-file-name", _ERROR
    HIDDEN_CHARACTER = "hidden-character", _ERROR
    NOT_A_PICTURE = "not-a-picture", _ERROR
    YAML_SYNTAX = "yaml-syntax", _ERROR
    YAML_FEATURE = "yaml-feature", _ERROR
    WORDS_CUT_OFF = "words-cut-off", _ADVICE
    TOO_LARGE = "too-large", _ERROR
    NOT_A_MAPPING = "not-a-mapping", _ERROR
    DUPLICATE_FIELD = "duplicate-field", _ERROR
    BROKEN_FRONT_MATTER = "broken-front-matter", _ERROR
    BIBTEX_SYNTAX = "bibtex-syntax", _ERROR

    # The shape of a record
    UNKNOWN_FIELD = "unknown-field", _ERROR
    MISSING_FIELD = "missing-field", _ERROR
    WRONG_TYPE = "wrong-type", _ERROR
    UNKNOWN_CHOICE = "unknown-choice", _ERROR
    MALFORMED_VALUE = "malformed-value", _ERROR
    IMPOSSIBLE_DATE = "impossible-date", _ERROR
    CONTRADICTION = "contradiction", _ERROR

    # What records say of each other
    UNKNOWN_CITATION = "unknown-citation", _ERROR
    UNKNOWN_TERM = "unknown-term", _ERROR
    SYNONYM_TWICE = "synonym-twice", _ERROR
    UNKNOWN_RECORD = "unknown-record", _ERROR
    UNKNOWN_CLAUSE = "unknown-clause", _ERROR
    DUPLICATE_NAME = "duplicate-name", _ERROR
    DUPLICATE_ID = "duplicate-id", _ERROR

    # References
    DUPLICATE_KEY = "duplicate-key", _ERROR
    DUPLICATE_REFERENCE = "duplicate-reference", _ERROR
    SIMILAR_REFERENCE = "similar-reference", _ADVICE
    UNKNOWN_ENTRY_TYPE = "unknown-entry-type", _ERROR
    UNKNOWN_BIBTEX_FIELD = "unknown-bibtex-field", _ERROR
    MALFORMED_IDENTIFIER = "malformed-identifier", _ERROR
    UNNAMED_AUTHORS = "unnamed-authors", _ERROR
    CITED_RETRACTED = "cited-retracted", _ERROR
    UNUSED_REFERENCE = "unused-reference", _ADVICE

    # Evidence
    UNKNOWN_CERTAINTY = "unknown-certainty", _ERROR
    ESTIMATE_OUTSIDE_INTERVAL = "estimate-outside-interval", _ERROR
    INTERVAL_REVERSED = "interval-reversed", _ERROR
    CLAIM_WITHOUT_EFFECT = "claim-without-effect", _ERROR
    CAUSAL_WORDING = "causal-wording", _ADVICE
    HARD_TO_READ = "hard-to-read", _ADVICE
    REVIEW_OVERDUE = "review-overdue", _NOTICE
    DIRECTION_AGAINST_ESTIMATE = "direction-against-estimate", _ERROR
    QUOTE_WITHOUT_LOCATOR = "quote-without-locator", _ADVICE
    FINDING_WITHOUT_QUOTE = "finding-without-quote", _ADVICE
    FIGURE_WITHOUT_SOURCE = "figure-without-source", _ADVICE

    # Concordats
    UNKNOWN_VERSION = "unknown-version", _ERROR
    WORDS_NOT_PRINTED = "words-not-printed", _ERROR
    UNKNOWN_PART = "unknown-part", _ERROR
    SIGNED_BEFORE_PUBLISHED = "signed-before-published", _ERROR
    FUTURE_DATE = "future-date", _ERROR
    SIGNED_TEXT_CHANGED = "signed-text-changed", _ERROR
    NOT_CANONICAL = "not-canonical", _ERROR
    LOCKED_TEXT_CHANGED = "locked-text-changed", _ERROR
    UNLOCKED_VERSION = "unlocked-version", _ERROR
    SIGNATURE_WITHOUT_HASH = "signature-without-hash", _ERROR
    UNKNOWN_HASH = "unknown-hash", _ERROR
    STALE_TRANSLATION = "stale-translation", _ADVICE
    TRANSLATION_OUT_OF_STEP = "translation-out-of-step", _ERROR
    SIGNED_TWICE = "signed-twice", _ERROR
    CLAUSE_WITHOUT_BASIS = "clause-without-basis", _ADVICE
    MISSING_PARTNER = "missing-partner", _ADVICE
    DELIVERY_OUT_OF_ORDER = "delivery-out-of-order", _ERROR
    OVERDUE_REPORT = "overdue-report", _ADVICE

    # Programmes
    COUNT_BELOW_LIST = "count-below-list", _ERROR
    UNKNOWN_MICRO_TEST = "unknown-micro-test", _ERROR
    ARROW_TO_NOWHERE = "arrow-to-nowhere", _ERROR

    # Practice and places
    OUTSIDE_THE_ISLANDS = "outside-the-islands", _ERROR
    POINT_TOO_FINE = "point-too-fine", _ERROR
    AREA_OUTSIDE_ITS_TIME = "area-outside-its-time", _ERROR

    # Text
    PLACEHOLDER_TEXT = "placeholder-text", _ERROR
    EMAIL_IN_PUBLIC_FILE = "e-mail-in-public-file", _ERROR
    POSTCODE_IN_PUBLIC_FILE = "postcode-in-public-file", _ADVICE
    PHONE_IN_PUBLIC_FILE = "phone-in-public-file", _ADVICE
    NAME_WITHOUT_CONSENT = "name-without-consent", _ERROR
    STORY_WITHOUT_CONSENT = "story-without-consent", _ERROR
    BAD_NAME = "bad-name", _ERROR
    LOOK_ALIKE_LETTERS = "look-alike-letters", _ADVICE
    RAW_HTML = "raw-html", _ERROR
    UNSAFE_LINK = "unsafe-link", _ERROR
    MISLEADING_LINK = "misleading-link", _ADVICE
    MARKDOWN_FEATURE = "markdown-feature", _ERROR

    def __init__(self, slug: str, severity: Severity) -> None:
        """Spread the row of the catalogue over named attributes."""
        self.slug = slug
        self.severity = severity


CODES_BY_SLUG = {code.slug: code for code in Code}
"""Every code by the slug that reports print."""
