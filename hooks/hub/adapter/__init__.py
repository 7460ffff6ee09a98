"""MkDocs at the hub's door: its events become loading, checking, views and publishing.

This package alone imports MkDocs. Read `publisher` first; `content` is what it publishes.
"""
