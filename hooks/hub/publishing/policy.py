"""What a browser may do with the site's pages: as a meta tag, and as files for static hosts.

Scripts and styles come from the site alone; nothing inline runs, and nothing is fetched from
anyone else. `'wasm-unsafe-eval'` lets the search index's own WebAssembly run, and nothing more.
Directives: https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from hub.page import Document

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)

META = "; ".join(_DIRECTIVES)
"""The policy as a meta tag takes it."""

_HEADERS = (
    # A meta tag cannot say who may frame the page.
    ("Content-Security-Policy", f"{META}; frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
)


def header_files() -> tuple[Document, ...]:
    """Return the policy as files that common static hosts read.

    `_headers` is read by Netlify and Cloudflare Pages, `.htaccess` by Apache. Other hosts are set
    up by hand; the meta tag in each page holds on all of them.
    """
    listed = "".join(f"  {name}: {value}\n" for name, value in _HEADERS)
    apache = "".join(f'  Header always set {name} "{value}"\n' for name, value in _HEADERS)
    return (
        Document("_headers", f"/*\n{listed}".encode()),
        Document(".htaccess", f"<IfModule mod_headers.c>\n{apache}</IfModule>\n".encode()),
    )
