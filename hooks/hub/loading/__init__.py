"""From bytes to records: every fault becomes a diagnostic with its place."""
