"""What the hub holds: frozen records, each field described once.

Validation, the JSON Schemas, the field reference and the forms are all made from these models.
Nothing here reads a file, or knows YAML, Markdown or HTML.
"""
