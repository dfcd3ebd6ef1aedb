"""Thresholds of readers: how much of a file is read at once, and what no honest file comes near."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class ReaderThresholds:
    """Bounds of the rules that read files and archives; those a user sets are in `onrecord.config`."""

    # --- what a file is ---------------------------------------------------------------------------
    head_bytes: int = define_threshold(
        8_192,
        "bytes",
        "beginning of a file, decompressed, by which its kind is detected",
        "by hand: the heads of pages and archives; scripts may push `<body>` further down",
    )
    feed_head_bytes: int = define_threshold(
        2_048,
        "bytes",
        "beginning of a file in which the root of a feed is looked for",
        "by hand: further down, `<feed>` may be quoted in a page",
    )
    zero_sample_bytes: int = define_threshold(
        512,
        "bytes",
        "beginning of a file in which the zero bytes of UTF-16 are counted",
        "limit: time; half of these bytes are zero in western text",
    )
    min_zero_sample_bytes: int = define_threshold(
        8, "bytes", "more bytes than these are tested for UTF-16", "by hand: fewer prove nothing"
    )
    zero_difference_divisor: int = define_threshold(
        4,
        "bytes per byte",
        "part of the sample by which zeros at even and odd places differ in UTF-16",
        "by hand: in other files they differ by little",
    )
    bytes_per_control_beside_zero: int = define_threshold(
        100,
        "bytes per byte",
        "bytes for each of which one control byte is allowed in text that holds a zero byte",
        "by hand: damaged text holds some",
    )
    bytes_per_control: int = define_threshold(
        10,
        "bytes per byte",
        "bytes for each of which one control byte is allowed in other text",
        "by hand: encodings with escapes hold more",
    )
    # --- compression ------------------------------------------------------------------------------
    chunk_bytes: int = define_threshold(
        1 << 20, "bytes", "bytes of a stream that are read at once", "limit: memory"
    )
    zstd_chunk_bytes: int = define_threshold(
        512,
        "bytes",
        "compressed bytes of Zstandard that are decompressed at once",
        "limit: memory; a block of four bytes may stand for 128 KiB",
    )
    gzip_chunk_bytes: int = define_threshold(
        16_384,
        "bytes",
        "compressed bytes of gzip that are decompressed at once",
        "limit: memory; they stand for 16 MB at most",
    )
    max_dictionary_bytes: int = define_threshold(
        32_000_000,
        "bytes",
        "size of a Zstandard dictionary in front of an archive",
        "limit: memory",
    )
    bomb_bytes: int = define_threshold(
        256_000_000,
        "bytes",
        "decompressed bytes beyond which the ratio is tested",
        "limit: time; smaller streams are read whatever their ratio",
    )
    bomb_ratio: int = define_threshold(
        200,
        "bytes per byte",
        "decompressed bytes for each compressed one beyond which a stream is a bomb",
        "limit: time; archives of pages shrink to a tenth",
    )
    deflate_method: int = define_threshold(
        8, "code", "compression method in the first byte of a zlib stream", "law: RFC 1950"
    )
    # --- archives ---------------------------------------------------------------------------------
    max_archive_line_bytes: int = define_threshold(
        262_144, "bytes", "length of a line in a record's headers", "limit: memory"
    )
    max_archive_header_bytes: int = define_threshold(
        1_048_576, "bytes", "size of a record's headers", "limit: memory and time"
    )
    max_zipped_archives: int = define_threshold(
        1_000, "archives", "archives of one WACZ file that are read", "limit: time"
    )
    max_listed_files: int = define_threshold(
        100_000, "files", "files of a WACZ's list of contents that are hashed", "limit: time"
    )
    hashed_bytes: int = define_threshold(
        1_048_576, "bytes", "how much of a packed file is hashed at once", "limit: memory"
    )
    max_stated_chars: int = define_threshold(
        500,
        "characters",
        "how much of a name, hash or time that an archive states of itself is kept",
        "limit: honest ones are shorter",
    )
    zip_end_bytes: int = define_threshold(
        65_535 + 22 + 20 + 56,
        "bytes",
        "end of a zip file in which its end records are: a comment, and the records themselves",
        "law: APPNOTE.TXT, sections 4.3.14 to 4.3.16",
    )
    zip64_size_mark: int = define_threshold(
        0xFFFFFFFF,
        "bytes",
        "size that says that the true one is in the Zip64 record",
        "law: APPNOTE.TXT, section 4.4.1.4",
    )
    max_chunk_line_bytes: int = define_threshold(
        1_024,
        "bytes",
        "length of the line that states the size of an HTTP chunk",
        "limit: time; a size with its extensions is shorter",
    )
    text_sample_bytes: int = define_threshold(
        2_048,
        "bytes",
        "beginning of an HTTP body that is tested for being text, whatever its coding says",
        "limit: time; compressed bytes show control bytes sooner",
    )
    max_shown_types: int = define_threshold(
        5, "types", "media types that a message lists", "limit: length of a message"
    )
    # --- crawls, feeds, MIME, lists ---------------------------------------------------------------
    html_sample_chars: int = define_threshold(
        20_000,
        "characters",
        "beginning of a field's value in which HTML tags are looked for",
        "limit: time; HTML shows tags sooner",
    )
    max_stated_line_length: int = define_threshold(
        1_000,
        "characters",
        "a stated title or outlet is shorter",
        "by hand: longer values are texts",
    )
    max_feed_tags: int = define_threshold(
        200_000,
        "tags",
        "tags of a feed, its items' own HTML aside",
        "limit: time; feedparser takes about six seconds for them",
    )
    min_summary_chars: int = define_threshold(
        600,
        "characters",
        "a feed item's summary this long is taken for its content",
        "by hand: shorter ones are teasers",
    )
    max_mime_header_bytes: int = define_threshold(
        65_536, "bytes", "headers of a MIME message or part that are read", "limit: time"
    )
    max_path_line_bytes: int = define_threshold(
        4_096,
        "bytes",
        "length of a line in a list of paths",
        "limit: memory; PATH_MAX of Linux is as much",
    )


THRESHOLDS = ReaderThresholds()
"""The table in use."""
