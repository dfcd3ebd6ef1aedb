"""Classifiers of events: whether a word denotes one, who takes part where only a noun tells it, what its status and type are.

Each sums weights of features that have names; the weights are learned from annotated texts by `training.event_classifiers`.
"""
