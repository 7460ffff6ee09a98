"""The policy for browsers: strict in the pages, and the same in the files for hosts."""

from hub.publishing.policy import META, header_files

FILES = {each.path: each.content.decode() for each in header_files()}


def test_no_inline_script_or_style_may_run() -> None:
    """Scripts and styles come from the site alone."""
    assert "unsafe-inline" not in META
    assert "'unsafe-eval'" not in META
    assert "script-src 'self' 'wasm-unsafe-eval'" in META.split("; ")


def test_what_is_not_named_is_refused() -> None:
    """The default is nothing, and neither plug-ins nor a moved base nor forms are allowed."""
    refused = {"default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"}

    assert refused <= set(META.split("; "))


def test_hosts_get_the_same_policy_and_say_who_may_frame_a_page() -> None:
    """The files hold the meta tag's policy, and what only a header can say."""
    for content in FILES.values():
        assert f"{META}; frame-ancestors 'none'" in content
    assert {"_headers", ".htaccess"} == set(FILES)


def test_header_lines_cannot_be_broken_by_their_values() -> None:
    """No value holds a line end or a double quote."""
    lines = FILES["_headers"].splitlines()

    assert all(line.startswith("  ") and ": " in line for line in lines[1:])
    assert '"' not in FILES["_headers"]
