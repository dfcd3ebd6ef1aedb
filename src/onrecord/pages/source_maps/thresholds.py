"""Thresholds of decoding: how much is read to find a charset, and which numbers UTF-8 is made of."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class SourceMapThresholds:
    """Bounds of the rules that decode a capture and map its characters to bytes."""

    sniffed_bytes: int = define_threshold(
        16_384,
        "bytes",
        "beginning of a capture in which a declared charset is looked for",
        "limit: time; declarations stand in a page's head",
    )
    guessed_bytes: int = define_threshold(
        65_536,
        "bytes",
        "beginning of a capture by which a charset is guessed, or a declared one tested",
        "limit: time of charset-normalizer",
    )
    zero_sample_bytes: int = define_threshold(
        2_048,
        "bytes",
        "beginning of a capture in which zero bytes of UTF-16 are counted",
        "limit: time; half of these bytes are zero in western text",
    )
    allowed_lost_characters: int = define_threshold(
        4,
        "characters",
        "undecodable characters that do not refute a declared charset",
        "by hand: a few bad bytes stand in good pages",
    )
    characters_per_lost_one: int = define_threshold(
        100,
        "characters",
        "characters for each of which one more undecodable one is allowed",
        "by hand: a wrong charset loses far more than one in a hundred",
    )
    two_byte_start: int = define_threshold(
        0x80, "code point", "first code point of two bytes in UTF-8", "law: RFC 3629"
    )
    three_byte_start: int = define_threshold(
        0x800, "code point", "first code point of three bytes in UTF-8", "law: RFC 3629"
    )
    four_byte_start: int = define_threshold(
        0x10000,
        "code point",
        "first code point of four bytes in UTF-8, and of two units in UTF-16",
        "law: RFC 3629, RFC 2781",
    )
    continuation_mask: int = define_threshold(
        0xC0, "bits", "bits that mark a continuation byte of UTF-8", "law: RFC 3629"
    )
    continuation_bits: int = define_threshold(
        0x80, "bits", "value of these bits in a continuation byte", "law: RFC 3629"
    )


THRESHOLDS = SourceMapThresholds()
"""The table in use."""
