"""What a file is by its first bytes, where they are plain (WHATWG MIME Sniffing, 6): none of these holds an article."""

from __future__ import annotations

_FIRST = {
    b"%PDF-": "a PDF document",
    b"%!PS": "a PostScript document",
    b"{\\rtf": "a word processor's document",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a word processor's document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF87a": "a picture",
    b"GIF89a": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"\x00\x00\x01\x00": "a picture",
    b"8BPS": "a picture",
    b"PK\x03\x04": "an archive or a document packed as one",
    b"PK\x05\x06": "an archive",
    b"\x1f\x8b": "an archive",
    b"BZh": "an archive",
    b"\xfd7zXZ\x00": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"Rar!\x1a\x07": "an archive",
    b"\x28\xb5\x2f\xfd": "an archive",
    b"\x1aE\xdf\xa3": "a video",
    b"OggS": "a sound or video file",
    b"ID3": "a sound file",
    b"fLaC": "a sound file",
    b"\x7fELF": "a program",
    b"\xca\xfe\xba\xbe": "a program",
    b"\x00asm": "a program",
    b"wOFF": "a font",
    b"wOF2": "a font",
    b"SQLite format 3\x00": "a database",
}
_RIFF = {b"WEBP": "a picture", b"WAVE": "a sound file", b"AVI ": "a video"}


def name_by_signature(head: bytes) -> str:
    """Return what a file is that begins with ``head`` ("a picture"), "" when it may be text.

    Args:
        head: 262 bytes of it at least, if it has as many.
    """
    for magic, what in _FIRST.items():
        if head.startswith(magic):
            return what
    if head.startswith(b"RIFF") and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return "a picture" if head[8:12] in (b"avif", b"avis", b"heic", b"mif1") else "a video"
    return "an archive" if head[257:262] == b"ustar" else ""
