"""Publish the hub: where MkDocs, which runs this file by path, finds the engine."""

from hub.adapter.hook import *  # noqa: F403 - the events, by the names that MkDocs looks for
