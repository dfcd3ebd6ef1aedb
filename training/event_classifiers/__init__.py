"""Training of the classifiers of events on our own annotations: ``python -m training.event_classifiers``."""
