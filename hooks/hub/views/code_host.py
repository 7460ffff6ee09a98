"""Addresses at the place where the code is kept: a commit, a file's history, a filled-in issue.

GitHub's ways, which Gitea and Forgejo share, or GitLab's where the host is called so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, quote_plus, urlsplit

_LONGEST = 2000
"""Characters of an address that every browser and server takes."""
_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
"""What stands in an address as it is."""


def commit(repo_url: str, commit_id: str) -> str:
    """Return the address of a commit; "" without a repository."""
    return f"{_inside(repo_url)}commit/{commit_id}" if repo_url else ""


def history(repo_url: str, path: str) -> str:
    """Return the address of all versions of a file; "" without a repository."""
    return f"{_inside(repo_url)}commits/HEAD/{quote(path)}" if repo_url else ""


def new_issue(repo_url: str, title: str, body: str) -> str:
    """Return the address at which an issue can be sent that is already filled in.

    A body that would make it too long is cut.
    """
    if not repo_url:
        return ""
    names = ("issue[title]", "issue[description]") if _is_gitlab(repo_url) else ("title", "body")
    while True:
        given = zip(map(quote_plus, names), map(_quoted, (title, body)), strict=True)
        address = f"{_inside(repo_url)}issues/new?{'&'.join(map('='.join, given))}"
        if len(address) <= _LONGEST:
            return address
        title, body = (title, body[: len(body) // 2]) if body else (title[: len(title) // 2], "")


def new_file(repo_url: str, folder: str) -> str:
    """Return the address at which a new file of a folder is written; "" where there is none.

    Its name and its text may be given as `filename` and `value`: GitHub takes both.
    """
    return f"{_inside(repo_url)}new/HEAD/{quote(folder)}" if repo_url else ""


def upload(repo_url: str, folder: str) -> str:
    """Return the address at which a file is put into a folder; "" without a repository."""
    return f"{_inside(repo_url)}upload/HEAD/{quote(folder)}" if repo_url else ""


def _quoted(text: str) -> str:
    """Return a text as a value in an address; most parts of it are the same on every page."""
    lines = (line.split("/") for line in text.split("\n"))
    return "%0A".join("%2F".join(map(_quoted_part, line)) for line in lines)


def _quoted_part(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else _quoted_words(text)


_quoted_words = lru_cache(1000)(quote_plus)


def _inside(repo_url: str) -> str:
    return f"{repo_url.rstrip('/')}/{'-/' if _is_gitlab(repo_url) else ''}"


def _is_gitlab(repo_url: str) -> bool:
    return "gitlab" in (urlsplit(repo_url).hostname or "")
