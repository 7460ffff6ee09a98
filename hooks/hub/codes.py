"""The catalogue of diagnostics: every code with its title, usual severity and reason.

A code is kebab-case and names the bad thing. Each has a page in `hub/explanations/`, which
the test suite runs. Codes are permanent: a published one is never given another meaning.
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
    """A kind of fault: its slug, title, usual severity, and why the rule exists."""

    # Reading files
    NOT_UTF8 = (
        "not-utf8",
        "A file that is not UTF-8 text",
        _ERROR,
        "Other encodings turn ŵ, é and curly quotes into other letters without a word.",
    )
    EMPTY_FILE = (
        "empty-file",
        "A file with nothing in it",
        _ERROR,
        "An empty record would silently publish nothing.",
    )
    UNREADABLE_FILE = (
        "unreadable-file",
        "A file that cannot be read",
        _ERROR,
        "A record that cannot be opened must not quietly go missing from the site.",
    )
    MISPLACED_FILE = (
        "misplaced-file",
        "A file the hub does not know what to do with",
        _ERROR,
        "A record in the wrong folder, or with the wrong ending, would never be published.",
    )
    BAD_FILE_NAME = (
        "bad-file-name",
        "A file name that cannot be a permanent address",
        _ERROR,
        "The file name is the record's permanent id and part of its web address.",
    )
    HIDDEN_CHARACTER = (
        "hidden-character",
        "A character that nobody can see",
        _ERROR,
        "Invisible and direction-changing characters make a text read otherwise than it is.",
    )
    NOT_A_PICTURE = (
        "not-a-picture",
        "A picture that is something else",
        _ERROR,
        "A web page or a script in the clothes of a picture would be published with the site.",
    )
    YAML_SYNTAX = (
        "yaml-syntax",
        "YAML that cannot be read",
        _ERROR,
        "Where the punctuation is unclear, a reader and a computer may read different things.",
    )
    YAML_FEATURE = (
        "yaml-feature",
        "A YAML feature that records do not use",
        _ERROR,
        "Anchors, tags and merges hide what a record says and can make small files enormous.",
    )
    WORDS_CUT_OFF = (
        "words-cut-off",
        "Words after a # that YAML drops",
        _ADVICE,
        "YAML takes what follows a blank and a # for a comment, and the words are lost.",
    )
    TOO_LARGE = (
        "too-large",
        "More than a record may hold",
        _ERROR,
        "Limits keep one file from stopping everybody's build.",
    )
    NOT_A_MAPPING = (
        "not-a-mapping",
        "A list or a single value where fields belong",
        _ERROR,
        "A record is a set of named fields.",
    )
    DUPLICATE_FIELD = (
        "duplicate-field",
        "A field that is given twice",
        _ERROR,
        "YAML would keep the last and drop the first without a word.",
    )
    BROKEN_FRONT_MATTER = (
        "broken-front-matter",
        "Front matter that cannot be read",
        _ERROR,
        "MkDocs would print the broken lines to readers as if they were text.",
    )
    BIBTEX_SYNTAX = (
        "bibtex-syntax",
        "BibTeX that cannot be read",
        _ERROR,
        "A repaired entry can lose its fields without a word, so nothing is repaired.",
    )
    # The shape of a record
    UNKNOWN_FIELD = (
        "unknown-field",
        "A field that does not exist",
        _ERROR,
        "A misspelled field would be ignored, and what it says would be lost.",
    )
    MISSING_FIELD = (
        "missing-field",
        "A field that must be there",
        _ERROR,
        "Readers and other records rely on it.",
    )
    WRONG_TYPE = (
        "wrong-type",
        "A value of the wrong kind",
        _ERROR,
        "A list, a number or a piece of text was expected here.",
    )
    UNKNOWN_CHOICE = (
        "unknown-choice",
        "A word that is not among the choices",
        _ERROR,
        "Closed lists keep records comparable.",
    )
    MALFORMED_VALUE = (
        "malformed-value",
        "A value that is not written as it should be",
        _ERROR,
        "Identifiers, addresses and numbers are only useful when they are well formed.",
    )
    IMPOSSIBLE_DATE = (
        "impossible-date",
        "A date that does not exist",
        _ERROR,
        "Dates order versions, signatures and reviews.",
    )
    CONTRADICTION = (
        "contradiction",
        "Two values that cannot both be true",
        _ERROR,
        "When a record contradicts itself, readers cannot tell which half to believe.",
    )
    # What records say of each other
    UNKNOWN_CITATION = (
        "unknown-citation",
        "A citation of a work that is not in the library",
        _ERROR,
        "Every claim must lead to its source.",
    )
    UNKNOWN_TERM = (
        "unknown-term",
        "A word that is not in the vocabulary",
        _ERROR,
        "Shared terms are what makes records findable together.",
    )
    SYNONYM_TWICE = (
        "synonym-twice",
        "A word that two terms claim",
        _ERROR,
        "Whoever looks for the word must be led to one term, and always to the same.",
    )
    UNKNOWN_RECORD = (
        "unknown-record",
        "A record that does not exist",
        _ERROR,
        "A link to nothing misleads readers and hides mistakes.",
    )
    UNKNOWN_CLAUSE = (
        "unknown-clause",
        "A clause that does not exist",
        _ERROR,
        "What stands behind a clause must be tied to words that were published.",
    )
    DUPLICATE_NAME = (
        "duplicate-name",
        "Two records of one name",
        _ERROR,
        "A body or a person under two ids is counted twice.",
    )
    DUPLICATE_ID = ("duplicate-id", "The same id twice", _ERROR, "An id leads to one thing only.")
    # References
    DUPLICATE_KEY = (
        "duplicate-key",
        "Two references with the same key",
        _ERROR,
        "A citation of that key could mean either work.",
    )
    DUPLICATE_REFERENCE = (
        "duplicate-reference",
        "The same work twice",
        _ERROR,
        "One work under two keys is counted twice and corrected once.",
    )
    SIMILAR_REFERENCE = (
        "similar-reference",
        "Two works that may be one",
        _ADVICE,
        "A title that was typed twice is hardly ever typed the same way twice.",
    )
    UNKNOWN_ENTRY_TYPE = (
        "unknown-entry-type",
        "A BibTeX entry type the hub does not know",
        _ERROR,
        "The type decides how the reference is printed.",
    )
    UNKNOWN_BIBTEX_FIELD = (
        "unknown-bibtex-field",
        "A BibTeX field the hub does not know",
        _ERROR,
        "A misspelled field would be dropped from the printed reference.",
    )
    MALFORMED_IDENTIFIER = (
        "malformed-identifier",
        "An identifier that cannot be right",
        _ERROR,
        "A wrong DOI or ISBN leads readers to another work, or nowhere.",
    )
    UNNAMED_AUTHORS = (
        "unnamed-authors",
        "Authors that are not named",
        _ERROR,
        'BibTeX\'s "and others" would be printed as a person called "others".',
    )
    CITED_RETRACTED = (
        "cited-retracted",
        "A retracted work that is cited without saying why",
        _ERROR,
        "A retracted result must not look like a sound one.",
    )
    UNUSED_REFERENCE = (
        "unused-reference",
        "A reference that nothing cites",
        _ADVICE,
        "A work in the library is there for a reader to find it in use.",
    )
    # Evidence
    UNKNOWN_CERTAINTY = (
        "unknown-certainty",
        "A level that its scale does not have",
        _ERROR,
        "GRADE, CERQual, Nesta and Maryland levels mean different things and are never mixed.",
    )
    ESTIMATE_OUTSIDE_INTERVAL = (
        "estimate-outside-interval",
        "An estimate outside its own interval",
        _ERROR,
        "Usually a sign was lost on the way; the figure must be checked in the source.",
    )
    INTERVAL_REVERSED = (
        "interval-reversed",
        "An interval that runs backwards",
        _ERROR,
        "A lower limit above the upper one has lost a sign, or the two changed places.",
    )
    CLAIM_WITHOUT_EFFECT = (
        "claim-without-effect",
        "A benefit or harm that the figures do not show",
        _ERROR,
        "Whoever reads the direction alone would take a null result for an effect.",
    )
    CAUSAL_WORDING = (
        "causal-wording",
        "A cause named where none was shown",
        _ADVICE,
        "Who takes part chose to, was well enough to, or would have changed anyway.",
    )
    HARD_TO_READ = (
        "hard-to-read",
        "A plain summary that is not plain",
        _ADVICE,
        "Plain summaries are for everybody: in a hurry, in a second language, or ill.",
    )
    REVIEW_OVERDUE = (
        "review-overdue",
        "A review that should have been made",
        _NOTICE,
        "Evidence ages: newer work may have changed the answer, and readers cannot tell.",
    )
    DIRECTION_AGAINST_ESTIMATE = (
        "direction-against-estimate",
        "A direction that its own figure contradicts",
        _ERROR,
        "A sign read the wrong way round turns harm into benefit, and nobody sees it.",
    )
    QUOTE_WITHOUT_LOCATOR = (
        "quote-without-locator",
        "A quotation with no place in the work",
        _ADVICE,
        "A reader should be able to find the words in the source.",
    )
    FINDING_WITHOUT_QUOTE = (
        "finding-without-quote",
        "A finding without the words it rests on",
        _ADVICE,
        "One in four medical quotations errs; readers can check only what they can see.",
    )
    FIGURE_WITHOUT_SOURCE = (
        "figure-without-source",
        "A figure in plain words that the record does not give",
        _ADVICE,
        "Figures slip when they are retold; each must stand where it was read.",
    )
    # Concordats
    UNKNOWN_VERSION = (
        "unknown-version",
        "A version that does not exist",
        _ERROR,
        "A signature is a signature of one text.",
    )
    WORDS_NOT_PRINTED = (
        "words-not-printed",
        "Words of a concordat that its page would not print",
        _ERROR,
        "People sign what they read, so a page prints every word of the text.",
    )
    UNKNOWN_PART = (
        "unknown-part",
        "A heading that the concordat does not name",
        _ERROR,
        "Permanent clause addresses are made from the part's id.",
    )
    SIGNED_BEFORE_PUBLISHED = (
        "signed-before-published",
        "A signature older than its text",
        _ERROR,
        "Nobody can sign a text before it is published.",
    )
    FUTURE_DATE = (
        "future-date",
        "A date that has not come yet",
        _ERROR,
        "What has not happened is not recorded as done.",
    )
    SIGNED_TEXT_CHANGED = (
        "signed-text-changed",
        "A signed text that was changed",
        _ERROR,
        "A signature binds to the exact words that were signed.",
    )
    NOT_CANONICAL = (
        "not-canonical",
        "A concordat text that can be written in more than one way",
        _ERROR,
        "A signature binds to the bytes of the file, so they must be the same on every machine.",
    )
    LOCKED_TEXT_CHANGED = (
        "locked-text-changed",
        "A published text that was changed",
        _ERROR,
        "People signed those exact words; a change of words is a new version.",
    )
    UNLOCKED_VERSION = (
        "unlocked-version",
        "A published version that is not locked",
        _ERROR,
        "Without a lock, the text under the signatures could change unseen.",
    )
    SIGNATURE_WITHOUT_HASH = (
        "signature-without-hash",
        "A signature that does not say which text was signed",
        _ERROR,
        "The hash ties a signature to the exact words, whatever a version is called.",
    )
    UNKNOWN_HASH = (
        "unknown-hash",
        "A signature of a text that is not here",
        _ERROR,
        "A signature counts for the words that were signed, and for no others.",
    )
    STALE_TRANSLATION = (
        "stale-translation",
        "A translation made from another text",
        _ADVICE,
        "Readers of the translation would read words that the text no longer says.",
    )
    TRANSLATION_OUT_OF_STEP = (
        "translation-out-of-step",
        "A translation with other clauses than its text",
        _ERROR,
        "A link to a clause must lead to the same clause in every language.",
    )
    SIGNED_TWICE = (
        "signed-twice",
        "One version signed twice in one file",
        _ERROR,
        "Each signature is counted once.",
    )
    CLAUSE_WITHOUT_BASIS = (
        "clause-without-basis",
        "A clause with nothing said about its basis",
        _ADVICE,
        "Readers should see what stands behind a belief, or that nothing does.",
    )
    MISSING_PARTNER = (
        "missing-partner",
        "A partner who is needed and has not signed",
        _ADVICE,
        "A concordat that needs certain partners is not whole until they have signed.",
    )
    DELIVERY_OUT_OF_ORDER = (
        "delivery-out-of-order",
        "A step of delivery before the one it follows",
        _ERROR,
        "The last step says how far a signatory has come, so the order must be right.",
    )
    OVERDUE_REPORT = (
        "overdue-report",
        "A yearly report that is overdue",
        _ADVICE,
        "A promise is worth what is reported of it.",
    )
    # Programmes
    COUNT_BELOW_LIST = (
        "count-below-list",
        "A stated count that is smaller than the list",
        _ERROR,
        "What the source states and what it names are both shown, so they must be compatible.",
    )
    UNKNOWN_MICRO_TEST = (
        "unknown-micro-test",
        "A micro-test the programme does not list",
        _ERROR,
        "A lesson is only as good as the test it came from.",
    )
    ARROW_TO_NOWHERE = (
        "arrow-to-nowhere",
        "An arrow that leads to no box",
        _ERROR,
        "A logic model is drawn and read out: an arrow to nothing says nothing.",
    )
    # Practice and places
    OUTSIDE_THE_ISLANDS = (
        "outside-the-islands",
        "A point outside the UK and Ireland",
        _ERROR,
        "Coordinates that were swapped, or lost a sign, put a place into the sea.",
    )
    POINT_TOO_FINE = (
        "point-too-fine",
        "A point that is finer than a town",
        _ERROR,
        "Groups meet in homes and small rooms; who goes there is nobody's business.",
    )
    AREA_OUTSIDE_ITS_TIME = (
        "area-outside-its-time",
        "An area that did not exist at the time",
        _ERROR,
        "Health areas begin, end and merge: work is shown under those that it happened in.",
    )
    # Text
    PLACEHOLDER_TEXT = (
        "placeholder-text",
        "Text that was meant to be replaced",
        _ERROR,
        'Published pages have gone out with "QQ percent" in them.',
    )
    EMAIL_IN_PUBLIC_FILE = (
        "e-mail-in-public-file",
        "An e-mail address in a public file",
        _ERROR,
        "Everything here is published and kept for ever in the history.",
    )
    POSTCODE_IN_PUBLIC_FILE = (
        "postcode-in-public-file",
        "What looks like a postal address",
        _ADVICE,
        "Where a person lives is nobody's business; a place is named no finer than its town.",
    )
    PHONE_IN_PUBLIC_FILE = (
        "phone-in-public-file",
        "A telephone number in a public file",
        _ADVICE,
        "Everything here is published and kept for ever in the history.",
    )
    NAME_WITHOUT_CONSENT = (
        "name-without-consent",
        "A person who is named without having agreed",
        _ERROR,
        "What is published here is copied at once, and stays in the history for good.",
    )
    STORY_WITHOUT_CONSENT = (
        "story-without-consent",
        "A story whose teller has not agreed to it",
        _ERROR,
        "A person's own experience is theirs: it is published with their word, while they want it.",
    )
    BAD_NAME = (
        "bad-name",
        "A name that nobody can have",
        _ERROR,
        "Names go into pages, tables and spreadsheets, where signs can be taken for commands.",
    )
    LOOK_ALIKE_LETTERS = (
        "look-alike-letters",
        "Letters of another alphabet that look the same",
        _ADVICE,
        "Such a name looks like another one, and search does not find it.",
    )
    RAW_HTML = (
        "raw-html",
        "HTML in a Markdown text",
        _ERROR,
        "Contributed text is text: HTML could change or take over the page around it.",
    )
    UNSAFE_LINK = (
        "unsafe-link",
        "A link the hub does not publish",
        _ERROR,
        "Only http and https links are published, so that no link can run anything.",
    )
    MISLEADING_LINK = (
        "misleading-link",
        "A link that names another place than it leads to",
        _ADVICE,
        "Readers follow a link because of what it says.",
    )
    MARKDOWN_FEATURE = (
        "markdown-feature",
        "A Markdown feature that texts do not use",
        _ERROR,
        "Some programs obey such marks: they include files and set the attributes of a page.",
    )

    def __init__(self, slug: str, title: str, severity: Severity, reason: str) -> None:
        """Spread the row of the catalogue over named attributes."""
        self.slug = slug
        self.title = title
        self.severity = severity
        self.reason = reason


CODES_BY_SLUG = {code.slug: code for code in Code}
"""Every code by the slug that reports print."""
