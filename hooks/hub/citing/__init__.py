"""References as CSL items, and how they are printed."""
