"""Dates that cannot be, and durations that do not lie between them."""
