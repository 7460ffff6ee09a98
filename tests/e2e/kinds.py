"""One page of every kind, for what all pages must do."""

import pytest
from playwright.sync_api import Page

CONCORDAT = "concordats/cheshire-merseyside-creative-health/"
KINDS = {
    "home": "",
    "evidence index": "evidence/",
    "summary of a null result": "evidence/summaries/art-therapy-schizophrenia-trial/",
    "summary with critiques": "evidence/summaries/arts-health-scoping-review/",
    "questions": "evidence/questions/",
    "question with forest plots": "evidence/questions/mortality/",
    "question with critiques": "evidence/questions/wellbeing/",
    "question with a condition": "evidence/questions/cognition/dementia/",
    "evidence over time": "evidence/over-time/",
    "references": "evidence/references/",
    "reference": "evidence/references/FancourtPerkins2018/",
    "retracted reference": "evidence/references/Malik2020retracted/",
    "browsing": "evidence/by/",
    "browsing by a facet": "evidence/by/art-form/",
    "browsing a choice": "evidence/by/art-form/singing/",
    "browsing a choice with nothing": "evidence/by/art-form/cooking/",
    "browsing a choice with narrower ones": "evidence/by/art-form/performing-arts/",
    "browsing a condition that others know": "evidence/by/condition/dementia/",
    "vocabularies": "evidence/terms/",
    "vocabulary that no facet shows": "evidence/terms/sectors/",
    "gap map": "evidence/gap-map/",
    "gap map of another pair": "evidence/gap-map/population-by-setting/",
    "evidence and gaps of a term": "evidence/gap-map/art-form/singing/",
    "criticism": "evidence/gap-map/challenged/",
    "concordats": "concordats/",
    "concordat": CONCORDAT,
    "version of a concordat": f"{CONCORDAT}1.0/",
    "signatories": f"{CONCORDAT}signatories/",
    "organisations": "organisations/",
    "organisation that signed": "organisations/cheshire-merseyside-health-and-care-partnership/",
    "organisation that takes part": "organisations/nesta/",
    "trace": f"{CONCORDAT}trace/",
    "how to sign": f"{CONCORDAT}sign/",
    "programmes": "programmes/",
    "programme with lessons": "programmes/create-health/",
    "programme with a logic model": "programmes/creating-change/",
    "programme with stages": "programmes/creative-health-hubs/",
    "programme with sites": "programmes/mobilising-communities/",
    "practice": "practice/",
    "practice example": "practice/melodies-for-mums/",
    "practice example with little known": "practice/shropshire-telford-wrekin-creative-health/",
    "areas": "areas/",
    "area": "areas/cheshire-and-merseyside/",
    "area with a crowded map": "areas/england/",
    "lessons": "lessons/",
    "stories": "stories/",
    "workshop sheet of a concordat": f"{CONCORDAT}workshop/",
    "workshop sheet of a programme": "programmes/create-health/workshop/",
    "form of a summary": "contributing/forms/summary/",
    "form of a signature": "contributing/forms/sign-cheshire-merseyside-creative-health/",
    "mistakes": "contributing/mistakes/",
    "workshop sheet of an area": "areas/west-yorkshire/workshop/",
    "how to contribute": "contributing/",
    "guide: I found a paper": "contributing/i-found-a-paper/",
    "guide: we want to sign": "contributing/we-want-to-sign/",
    "guide: we do creative health work": "contributing/we-do-creative-health-work/",
    "guide: something is wrong": "contributing/something-is-wrong/",
    "guide: I write code": "contributing/i-write-code/",
    "code hosts": "contributing/code-hosts/",
    "architecture": "contributing/architecture/",
    "about": "about/",
    "privacy": "about/privacy/",
    "security": "about/security/",
    "accessibility": "about/accessibility/",
    "erasure": "contributing/erasure/",
    "recording delivery": "contributing/delivery/",
    "citations": "reference/citations/",
    "following": "reference/following/",
    "benchmark": "reference/benchmark/",
    "other hubs": "reference/other-hubs/",
    "on paper": "reference/paper/",
    "where forms send files": "reference/forms/",
    "practice and the map": "reference/practice/",
    "decisions": "decisions/",
    "decision": "decisions/one-injection/",
    "diagnostics": "reference/diagnostics/",
    "diagnostic": "reference/diagnostics/unknown-citation/",
    "fields": "reference/fields/",
    "missing page": "404.html",
}

INVENTED_CONCORDAT = "concordats/demonstration-national/"
INVENTED = {
    "version that was superseded": f"{INVENTED_CONCORDAT}1.1/",
    "what changed": f"{INVENTED_CONCORDAT}2.0/changes/",
    "translation": f"{INVENTED_CONCORDAT}1.1/cy/",
    "trace": f"{INVENTED_CONCORDAT}trace/",
    "how to sign": f"{INVENTED_CONCORDAT}sign/",
    "themes across concordats": "concordats/",
    "story": "stories/tea-after-singing/",
}
"""Pages of the demonstration, of kinds that the real site has no page of, or less on it."""


def open_all(page: Page) -> None:
    """Open everything on a page that a reader can open."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


every_kind = pytest.mark.parametrize("address", KINDS.values(), ids=[*KINDS])
