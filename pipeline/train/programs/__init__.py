"""Trains the ranker of `pipeline.tag.programs.ranker`: `python -m pipeline.train.programs OUT`.

Examples come from two sources, and neither does alone: sentences made from word lists teach what
names look like today; a month of newspaper sentences, labelled by the rules, teaches what is no name.
"""
