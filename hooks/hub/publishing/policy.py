"""What a browser may do with the site's pages: as a meta tag, and as files for static hosts.

Scripts and styles come from the site alone; nothing inline runs, and nothing is fetched from
anyone else, but for the search indexes of other hubs where the site names some.
`'wasm-unsafe-eval'` lets the search index's own WebAssembly run, and nothing more.
Directives: https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from hub.page import Document

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'{others}",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)

_HEADERS = (
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)


def meta(others: Iterable[str] = ()) -> str:
    """Return the policy as a meta tag takes it; data may be fetched from the hosts of `others` too.

    `others` are http(s) addresses that hold nothing a policy could be broken with.
    """
    hosts = dict.fromkeys(f" {urlsplit(url).scheme}://{urlsplit(url).netloc}" for url in others)
    return "; ".join(_DIRECTIVES).format(others="".join(hosts))


def header_files(meta: str) -> tuple[Document, ...]:
    """Return a policy as files that common static hosts read.

    `_headers` is read by Netlify and Cloudflare Pages, `.htaccess` by Apache. Other hosts are set
    up by hand; the meta tag in each page holds on all of them.
    """
    # A meta tag cannot say who may frame the page.
    headers = (("Content-Security-Policy", f"{meta}; frame-ancestors 'none'"), *_HEADERS)
    listed = "".join(f"  {name}: {value}\n" for name, value in headers)
    apache = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers)
    return (
        Document("_headers", f"/*\n{listed}".encode()),
        Document(".htaccess", f"<IfModule mod_headers.c>\n{apache}</IfModule>\n".encode()),
    )
