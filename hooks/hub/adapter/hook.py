"""Publish the hub: load the data, check it, add its pages to the site.

MkDocs runs this file by path, in hubs that have the engine as a package, and does not reload it
while serving. So it only hands events over; everything worth reading is beside it.
"""

import atexit
import gc
from functools import partial

from hub.adapter.content import Learnt, load_edition
from hub.adapter.publisher import Publisher

# A preview remembers what it has learnt from one build to the next.
_publisher = Publisher(partial(load_edition, learnt=Learnt()))

# A process that ends gives its memory back as a whole; to take a large hub apart first takes time.
atexit.register(gc.freeze)

on_startup = _publisher.on_startup
on_shutdown = _publisher.on_shutdown
on_serve = _publisher.on_serve
on_config = _publisher.on_config
on_files = _publisher.on_files
on_page_read_source = _publisher.on_page_read_source
on_page_markdown = _publisher.on_page_markdown
on_page_content = _publisher.on_page_content
on_env = _publisher.on_env
on_template_context = _publisher.on_template_context
on_post_template = _publisher.on_post_template
on_page_context = _publisher.on_page_context
on_post_page = _publisher.on_post_page
on_post_build = _publisher.on_post_build
on_build_error = _publisher.on_build_error
