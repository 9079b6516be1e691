"""Which files are worth opening, told by their names alone."""

from __future__ import annotations

_MEDIA = frozenset(
    """
    jpg jpeg png gif webp heic svg bmp ico mp3 mp4 m4a mov avi webm wav pdf doc docx ppt pptx
    js css woff ttf exe dll so pyc db sqlite parquet
    """.split()  # noqa: SIM905 - a list of words reads better without its quotes
)
_LEAVINGS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def is_junk(name: str) -> bool:
    """Tell what operating systems leave in archives: ``__MACOSX``, ``._x``, ``.DS_Store``."""
    *folders, last = name.replace("\\", "/").split("/")
    return "__MACOSX" in folders or last.startswith("._") or last.lower() in _LEAVINGS


def is_media(name: str) -> bool:
    """Tell pictures, films, programs and the like: an export's text is never in them."""
    return name.rpartition(".")[2].lower() in _MEDIA
