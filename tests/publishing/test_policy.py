"""The policy for browsers: strict in the pages, and the same in the files for hosts."""

from hub.publishing.policy import header_files, meta

META = meta()
FILES = {each.path: each.content.decode() for each in header_files(META)}


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


def test_data_comes_from_the_site_alone() -> None:
    """As long as no other hub is named, nobody else may be asked for anything."""
    assert "connect-src 'self'" in META.split("; ")


def test_hosts_of_other_hubs_may_be_asked_for_data() -> None:
    """Each host once, with its port and without a path; nothing else becomes looser."""
    policy = meta(["https://a.example/hub/", "https://a.example/other/", "http://b.example:8080/"])

    loosened = "connect-src 'self' https://a.example http://b.example:8080"
    assert META.replace("connect-src 'self'", loosened) == policy
