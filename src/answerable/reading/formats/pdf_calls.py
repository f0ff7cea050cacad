"""Functions of pdfium that a report is asked for ten thousand times, at the least cost a call.

They are told nothing of their arguments, which halves a call: a whole number goes as a C int,
and an address must come as a `Handle`, for a plain number would lose its upper half. The
interpreter's lock is kept, since each returns within a microsecond.
"""

import ctypes
from collections.abc import Callable
from typing import Any

from pypdfium2 import raw


class Handle(ctypes.c_void_p):
    """An address. A class of its own, so that one that is returned comes back whole."""


def handle(thing: Any) -> Handle:
    """The address that a pointer of pypdfium2 holds."""
    return Handle(ctypes.cast(thing, ctypes.c_void_p).value)


def handle_of(room: Any) -> Handle:
    """The address of room for an answer, which the caller keeps."""
    return Handle(ctypes.addressof(room))


def _plain(function: Any, gives: Any = None) -> Callable[..., Any]:
    made = ctypes.PYFUNCTYPE(gives)
    return made(ctypes.cast(function, ctypes.c_void_p).value or 0)


loose_box = _plain(raw.FPDFText_GetLooseCharBox)
"""(text page, index, room for FS_RECTF)"""
font_info = _plain(raw.FPDFText_GetFontInfo)
"""(text page, index, room for the name, its size as c_ulong, room for an int)"""
run_edges = _plain(raw.FPDFText_GetRect)
"""(text page, index, room for four doubles: left, top, right, lower)"""
item_at = _plain(raw.FPDFPage_GetObject, Handle)
"""(page, index), gives a handle"""
item_type = _plain(raw.FPDFPageObj_GetType, ctypes.c_int)
"""(object), gives its type"""
type_size = _plain(raw.FPDFText_GetFontSize, ctypes.c_double)
"""(text page, index), gives the size of type as the file states it, before any scaling"""
type_matrix = _plain(raw.FPDFText_GetMatrix)
"""(text page, index, room for FS_MATRIX)"""
origin_of = _plain(raw.FPDFText_GetCharOrigin)
"""(text page, index, room for a double: x, and for another: y)"""
