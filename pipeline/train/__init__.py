"""Trains the parts of the pipeline that are learned, each in a package of its own that writes one file of `models/`.

Training stands beside the flow: it may import the rooms, and no room imports it.
"""
