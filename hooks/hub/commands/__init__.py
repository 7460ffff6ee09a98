"""Commands of `hub` that do more than check: each a module with one command."""
