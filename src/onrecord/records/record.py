"""What all records share: plain data that is written to and read from JSON the same way."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

import cattrs
import cattrs.errors

from onrecord.records.decided import Decided
from onrecord.records.evidence import Evidence

if TYPE_CHECKING:
    from dataclasses import Field

T = TypeVar("T")
_SHAPE_ERRORS = (KeyError, TypeError, ValueError, cattrs.errors.ForbiddenExtraKeysError)
_EVIDENCE_KEYS = ("page", "start", "end", "bytes", "text", "by", "confidence")
_JSON_KEYS = {"outcomes": "evidence"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Base of what is written as one JSON line. `decided`: what people decided about it, oldest first; never stored with it."""

    decided: tuple[Decided, ...] = ()
    INTERNAL: ClassVar[frozenset[str]] = frozenset()
    """Names of fields that only the story file keeps."""
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def to_dict(self, *, internal: bool = False) -> dict[str, Any]:
        """Return the row as plain JSON values, in the shape and order of the JSON lines; with `internal` also what only the story file keeps."""
        row = {
            _JSON_KEYS.get(f.name, f.name): convert_to_plain(getattr(self, f.name))
            for f in fields(self)
            if internal or f.name not in self.INTERNAL
        }
        row["decided"] = row.pop("decided")
        return row

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Self:
        """Return the row that `to_dict` wrote; the inverse of it.

        Raises:
            ValueError: if a field is missing or of another shape.

        """
        try:
            return _build_converter().structure(_rename_keys(cls, row), cls)
        except _SHAPE_ERRORS as error:
            raise ValueError(f"not a {cls.__name__}: {error!r}") from error


class Record(Row):
    """Base of everything extracted from a page: has `id` and `evidence`, written flat."""

    __slots__ = ()
    if TYPE_CHECKING:

        @property
        def id(self) -> str:
            """The record's content hash."""

        @property
        def evidence(self) -> Evidence:
            """The words that support it."""

    def to_dict(self, *, internal: bool = False) -> dict[str, Any]:
        """Return the record as plain JSON values: id, its evidence's fields, then its own; with `internal` also what only the story file keeps."""
        row = super().to_dict(internal=internal)
        evidence = convert_to_plain(self.evidence)
        own = {
            _JSON_KEYS.get(f.name, f.name): row[_JSON_KEYS.get(f.name, f.name)]
            for f in fields(self)
            if f.name not in {"id", "evidence", "decided"}
            and (internal or f.name not in self.INTERNAL)
        }
        return {"id": self.id, **evidence, **own, "decided": row["decided"]}

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> Self:
        """Return the record that `to_dict` wrote; the inverse of it.

        Raises:
            ValueError: if a field is missing or of another shape.

        """
        try:
            evidence = {key: row[key] for key in _EVIDENCE_KEYS}
            named = {**_rename_keys(cls, row), "evidence": evidence}
            return _build_converter().structure(named, cls)
        except _SHAPE_ERRORS as error:
            raise ValueError(f"not a {cls.__name__}: {error!r}") from error


def decode_plain(cls: type[T], values: dict[str, Any]) -> T:
    """Return the dataclass `cls` of plain values, each of which must be of its field's type; the inverse of `convert_to_plain`.

    Raises:
        ValueError: if a field is missing or of another type, or there is one more.

    """
    try:
        return _build_converter().structure(values, cls)
    except _SHAPE_ERRORS as error:
        raise ValueError(f"not a {cls.__name__}: {error!r}") from error


def convert_to_plain(value: Any) -> Any:
    """Return `value` (a dataclass, tuple or scalar) as what JSON can hold."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: convert_to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [convert_to_plain(item) for item in value]
    return value


def _rename_keys(cls: type[Any], row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[key] for name, key in _list_keys(cls) if key in row}  # type: ignore[arg-type]


@cache
def _list_keys(cls: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the name of each field of a dataclass with its key in the row."""
    return tuple((f.name, _JSON_KEYS.get(f.name, f.name)) for f in fields(cls))


@cache
def _build_converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_structure_hook(float, _check_number)
    for scalar in (str, int, bool):
        converter.register_structure_hook(scalar, _check_scalar)
    return converter


def _check_scalar(value: Any, expected: type[Any]) -> Any:
    """Return `value` if it is of just this type: a text is never made of a number, nor a number of a text."""
    if type(value) is not expected:
        raise TypeError(f"{value!r} is no {expected.__name__}")
    return value


def _check_number(value: Any, _: type[Any]) -> Any:
    if type(value) not in {int, float}:
        raise TypeError(f"{value!r} is no number")
    return value
