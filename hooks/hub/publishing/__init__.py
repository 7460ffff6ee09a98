"""From pages to a site on disk: frames, stamping, the search index, and the swap at the end.

Works on `hub.page` values alone and knows neither records nor MkDocs; the adapter hands it the
theme's frame as rendered HTML.
"""


class PublishingError(Exception):
    """The site cannot be published; the message says why, in words for whoever ran the build."""


class AnotherBuildError(PublishingError):
    """Another build of the same site is running; trying again later helps."""
