"""What readers see: a loaded hub turned into pages and data files.

A view is a function from records to a `Page`: decisions here in Python, loops and words in the
template beside it. `site` puts all views together; `sheet` is the desk each page is written at.
Nothing here reads a content file, checks content, or knows MkDocs.
"""
