"""Stated changes against the figures that they lie between."""
