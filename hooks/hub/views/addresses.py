"""Where everything is on the site: addresses relative to its root, in one place.

An address ends with `/` ("" is the home page) and may carry an anchor. To link to one from a
page, ask the page's sheet: `sheet.url(addresses.summary(...))`.
"""

from __future__ import annotations

HOME = ""
EVIDENCE = "evidence/"
REFERENCES = "evidence/references/"
CONCORDATS = "concordats/"
PROGRAMMES = "programmes/"
PRACTICE = "practice/"
AREAS = "areas/"
LESSONS = "lessons/"
STORIES = "stories/"
ORGANISATIONS = "organisations/"
CONTRIBUTE = "contributing/"
SEARCH = "search/"
QUESTIONS = "evidence/questions/"
OVER_TIME = "evidence/over-time/"
VOCABULARIES = "evidence/terms/"
REVIEWS = "evidence/reviews.ics"
GAP_MAP = "evidence/gap-map/"


def summary(summary_id: str) -> str:
    """Return the address of an evidence summary."""
    return f"{EVIDENCE}summaries/{summary_id}/"


def outcome(outcome_id: str) -> str:
    """Return where the summaries on one outcome stand together."""
    return f"{EVIDENCE}#outcome-{outcome_id}"


def question(name: str) -> str:
    """Return the address of the evidence for a question: an outcome, or `<outcome>/<condition>`."""
    return f"{QUESTIONS}{name}/"


def art_form(art_form_id: str) -> str:
    """Return where the summaries on one art form stand together."""
    return f"{EVIDENCE}#art-form-{art_form_id}"


def evidence_list(name: str, number: int = 1) -> str:
    """Return a page of a long list: `outcomes/<id>`, `art-forms/<id>`, or `all`."""
    return f"{EVIDENCE}{name}/" + (f"{number}/" if number > 1 else "")


def browse(facet: str = "", choice: str = "", number: int = 1) -> str:
    """Return where the evidence is browsed: all facets, one of them, or a choice of it."""
    folders = "".join(f"{each}/" for each in (facet, choice) if each)
    return f"{EVIDENCE}by/{folders}" + (f"{number}/" if number > 1 else "")


def gap_map(rows: str = "art-form", columns: str = "outcome") -> str:
    """Return the address of the map of evidence and gaps with these facets as rows and columns."""
    is_first = (rows, columns) == ("art-form", "outcome")
    return GAP_MAP if is_first else f"{GAP_MAP}{rows}-by-{columns}/"


def gap_direction(direction: str) -> str:
    """Return where the evidence that points one way is counted."""
    return f"{GAP_MAP}#direction-{direction}"


def gap_list(name: str, number: int = 1, outcome: str = "") -> str:
    """Return a list behind the map: `<facet>/<term>`, `<facet>/<term>/<outcome>`, `challenged`.

    On the first of these, the summaries on each outcome stand together.
    """
    address = f"{GAP_MAP}{name}/" + (f"{number}/" if number > 1 else "")
    return address + (f"#outcome-{outcome}" if outcome else "")


def reference(key: str) -> str:
    """Return the address of a work in the library.

    Keys are kept as they are, capitals too: no two differ by these alone. A colon may stand in a
    key and not in a file's name; `~` may not stand in a key.
    """
    return f"{REFERENCES}{key.replace(':', '~')}/"


def concordat(concordat_id: str, clause: str = "") -> str:
    """Return the address of a concordat, or of one of its clauses."""
    return f"{CONCORDATS}{concordat_id}/" + (f"#{clause}" if clause else "")


def version(concordat_id: str, number: str, clause: str = "") -> str:
    """Return the permanent address of a version of a concordat, or of a clause in it."""
    return f"{CONCORDATS}{concordat_id}/{number}/" + (f"#{clause}" if clause else "")


def changes(concordat_id: str, number: str) -> str:
    """Return where it stands what a version changed in the one before it."""
    return f"{CONCORDATS}{concordat_id}/{number}/changes/"


def translation(concordat_id: str, number: str, language: str) -> str:
    """Return the address of a version in another language."""
    return f"{CONCORDATS}{concordat_id}/{number}/{language.lower()}/"


def text_file(concordat_id: str, number: str, language: str = "") -> str:
    """Return where the text of a version is published byte for byte, to be hashed."""
    ending = f".{language}.md" if language else ".md"
    return f"{CONCORDATS}{concordat_id}/{number}/{number}{ending}"


def signature_record(concordat_id: str, signatory_id: str, number: str, nth: int = 1) -> str:
    """Return where the record of a signature is published: the nth of this version in its file."""
    name = f"{signatory_id}-{number}" + (f"-{nth}" if nth > 1 else "")
    return f"data/v1/signatures/{concordat_id}/{name}.json"


def trace(concordat_id: str, clause: str = "") -> str:
    """Return where it stands what a concordat rests on, or one of its clauses."""
    return f"{CONCORDATS}{concordat_id}/trace/" + (f"#{clause}" if clause else "")


def trace_data(concordat_id: str, ending: str) -> str:
    """Return where a trace is published as data: `ending` is json or csv."""
    return f"data/v1/trace/{concordat_id}.{ending}"


def sign(concordat_id: str) -> str:
    """Return where it is said how a concordat is signed."""
    return f"{CONCORDATS}{concordat_id}/sign/"


def signatories(concordat_id: str) -> str:
    """Return the address of a concordat's list of signatories."""
    return f"{CONCORDATS}{concordat_id}/signatories/"


def signatory_data(concordat_id: str, ending: str) -> str:
    """Return where a concordat's signatories are published as data: `ending` is json or csv."""
    return f"data/v1/signatories/{concordat_id}.{ending}"


def reports_calendar(concordat_id: str) -> str:
    """Return where the calendar of the reports due under a concordat is published."""
    return f"{CONCORDATS}{concordat_id}/signatories/reports.ics"


def organisation(organisation_id: str) -> str:
    """Return the address of an organisation."""
    return f"{ORGANISATIONS}{organisation_id}/"


def organisations(number: int = 1) -> str:
    """Return a page of the list of organisations; no organisation has such an address."""
    return ORGANISATIONS + (f"page/{number}/" if number > 1 else "")


def badge(organisation_id: str, concordat_id: str) -> str:
    """Return where the badge of an organisation that signed a concordat is published."""
    return f"{organisation(organisation_id)}{concordat_id}.svg"


def practice(practice_id: str) -> str:
    """Return the address of a practice example."""
    return f"{PRACTICE}{practice_id}/"


def programme(programme_id: str, lesson: int | None = None) -> str:
    """Return the address of a programme, or of one of its lessons."""
    return f"{PROGRAMMES}{programme_id}/" + (f"#lesson-{lesson}" if lesson is not None else "")


def vocabulary(vocabulary_id: str, term: str = "") -> str:
    """Return the page of a vocabulary that no facet shows, or the place of a term on it."""
    return f"{VOCABULARIES}{vocabulary_id}/" + (f"#{term}" if term else "")


def vocabulary_data(vocabulary_id: str) -> str:
    """Return where a vocabulary is published as linked data."""
    return f"data/v1/vocabularies/{vocabulary_id}.jsonld"


def lesson(programme_id: str, number: int) -> str:
    """Return the address of a lesson among those of all programmes."""
    return f"{LESSONS}#{programme_id}-{number}"


def story(story_id: str) -> str:
    """Return the address of a story of lived experience."""
    return f"{STORIES}{story_id}/"


def workshop(address: str) -> str:
    """Return the address of the workshop sheet of a concordat, a programme or an area."""
    return f"{address}workshop/"


def practice_data(ending: str) -> str:
    """Return where the practice examples are published as data: json, csv or geojson."""
    return f"data/v1/practice.{ending}"


def area(place_id: str) -> str:
    """Return the address of the page of an area."""
    return f"{AREAS}{place_id}/"


def form(name: str) -> str:
    """Return the address of a form for those without git."""
    return f"{CONTRIBUTE}forms/{name}/"


def correction(name: str, record_id: str) -> str:
    """Return the address of a form that is filled with a published record, to correct it."""
    return f"{form(name)}?record={record_id}"
