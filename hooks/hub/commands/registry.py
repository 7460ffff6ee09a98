"""Asking registries what they know of a work: politely, with patience, and rarely.

A question is asked once in thirty days; in between its answer comes from the user's cache. Never
part of a build: who publishes a site needs no network.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from importlib.metadata import version
from typing import Any, Self
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

import click

from hub.commands.roots import kept
from hub.store import Store, key_of

CSL_JSON = "application/vnd.citationstyles.csl+json"
_FRESH = 30
"""Days for which an answer is believed."""
_MOST = 4_000_000
"""Bytes of an answer that are read; a work with a thousand authors has fewer."""
_LONGEST_WAIT = 60.0
"""Seconds that a registry may ask us to wait; who asks for more is asked another day."""
_BUSY = frozenset({429, 500, 502, 503, 504})


class RegistryError(Exception):
    """A registry gave no answer; the text says why, as readers put it."""


class UnknownWorkError(RegistryError):
    """The registry answered that it knows no such work."""


@dataclass
class Registry:
    """The DOI resolver, Crossref and PubMed at their addresses; they may write to `contact`.

    `pause` is the time between two questions, `patience` that for one answer, both in seconds.
    """

    contact: str
    resolver: str = "https://doi.org"
    crossref: str = "https://api.crossref.org"
    pubmed: str = "https://api.ncbi.nlm.nih.gov"
    store: Store = field(default_factory=Store)
    pause: float = 0.2
    patience: float = 20.0
    tries: int = 3
    _next: float = 0.0

    @classmethod
    def from_environment(cls) -> Self:
        """Return the registries that the environment names.

        Raises:
            click.UsageError: Nobody is named whom they may write to.
        """
        contact = os.environ.get("HUB_CONTACT", "")
        if "@" not in contact:
            raise click.UsageError(
                "registries ask whom to write to if a program misbehaves: "
                "set HUB_CONTACT to an e-mail address that you read"
            )
        return cls(
            contact,
            _address("HUB_DOI_RESOLVER") or cls.resolver,
            _address("HUB_CROSSREF") or cls.crossref,
            _address("HUB_PUBMED") or cls.pubmed,
            store=kept("registry"),
        )

    def item(self, doi: str) -> dict[str, Any]:  # Any: JSON
        """Return a work's metadata as CSL-JSON, by content negotiation."""
        return self._json(f"{self.resolver}/{quote(doi, safe='/():;')}", CSL_JSON)

    def updates(self, doi: str) -> dict[str, Any]:  # Any: JSON
        """Return what Crossref knows of a work, with the notices about it."""
        address = f"{self.crossref}/works/{quote(doi, safe='')}"
        return self._message(self._json(address, "application/json"))

    def item_of_pmid(self, pmid: str) -> dict[str, Any]:  # Any: JSON
        """Return the work with a PubMed id as CSL-JSON."""
        address = f"{self.pubmed}/lit/ctxp/v1/pubmed/?format=csl&id={pmid}"
        return self._json(address, "application/json")

    def item_of_isbn(self, isbn: str) -> dict[str, Any]:  # Any: JSON
        """Return the first work that Crossref has with an ISBN."""
        plain = isbn.replace("-", "").replace(" ", "")
        address = f"{self.crossref}/works?filter=isbn:{plain}&rows=1"
        items = self._message(self._json(address, "application/json")).get("items")
        if not isinstance(items, list) or not items or not isinstance(items[0], dict):
            raise UnknownWorkError(f"Crossref knows no work with the ISBN {isbn}")
        return items[0]

    def _message(self, answer: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
        message = answer.get("message")
        if not isinstance(message, dict):
            raise RegistryError("the answer holds no message")
        return message

    def _json(self, address: str, kind: str) -> dict[str, Any]:  # Any: JSON
        period = datetime.now(UTC).toordinal() // _FRESH
        key = key_of("registry", address, kind, str(period))
        text = self.store.find([key]).get(key)
        if text is None:
            text = self._ask(address, kind)
            answer = _parsed(text)
            self.store.keep({key: text})
            return answer
        return _parsed(text)

    def _ask(self, address: str, kind: str) -> str:
        agent = f"creative-health-hub/{version('creative-health-hub')} (mailto:{self.contact})"
        request = Request(address, headers={"Accept": kind, "User-Agent": agent})  # noqa: S310 - http(s) alone
        problem = ""
        for attempt in range(self.tries):
            time.sleep(max(0.0, self._next - time.monotonic()))
            self._next = time.monotonic() + self.pause
            try:
                with urlopen(request, timeout=self.patience) as answer:  # noqa: S310 - as above
                    return str(answer.read(_MOST).decode("utf-8", "replace"))
            except HTTPError as error:
                error.close()
                if error.code in {404, 410}:
                    raise UnknownWorkError("the registry knows no such work") from None
                problem = f"the registry answered with status {error.code}"
                if error.code not in _BUSY:
                    break
                wait = _asked_wait(error.headers.get("Retry-After"), self.pause * 2**attempt)
            except (URLError, TimeoutError, HTTPException, OSError) as error:
                reason = getattr(error, "reason", error)
                problem = f"the registry cannot be reached: {reason}"
                wait = self.pause * 2**attempt
            if wait > _LONGEST_WAIT:
                break
            self._next = time.monotonic() + wait
        raise RegistryError(problem)


def _address(variable: str) -> str:
    found = os.environ.get(variable, "").rstrip("/")
    if found and not found.startswith(("https://", "http://")):
        raise click.UsageError(f'{variable} is not a web address: "{found}"')
    return found


def _asked_wait(header: str | None, otherwise: float) -> float:
    """Return the seconds that Retry-After asks for (RFC 9110, section 10.2.3)."""
    if not header:
        return otherwise
    if header.strip().isdigit():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return otherwise
    return max(0.0, (until - datetime.now(until.tzinfo)).total_seconds())


def _parsed(text: str) -> dict[str, Any]:  # Any: JSON
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise RegistryError("the answer is not JSON") from None
    if not isinstance(data, dict):
        raise RegistryError("the answer is JSON of another shape")
    return data
