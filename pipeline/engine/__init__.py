"""Engines: ways to call one function on many pages. The order of results is the order of the pages."""

from pipeline.engine.local import ordered_map

__all__ = ["ordered_map"]
