"""The creative health hub: files in git become one checked `Hub`, and the hub becomes pages.

A tour, in the order in which things depend on each other:

- `source`, `diagnostics`, `codes`, `page`: places in files, faults as values, finished pages
- `model`: what a hub holds; every field described once
- `loading`: bytes to records, each fault with its line and column
- `checks`: rules over the whole hub
- `citing`: references as CSL, formatted
- `views`: records to pages and data, with templates beside them
- `publishing`: pages poured into the theme's frame, the search index, the swap at the end
- `reporters`, `cli`: diagnostics for people and tools; the `hub` command
- `adapter`: the only part that knows MkDocs
"""
