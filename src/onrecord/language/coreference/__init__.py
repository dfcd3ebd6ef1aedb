"""Coreference: whom or what a pronoun stands for, only where the words make it likely enough."""
