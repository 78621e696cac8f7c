"""Pictures for a terminal: decoded within bounds, scaled to cells, and encoded for the road that the terminal knows.

All of it is pure work on bytes, meant for the pressroom's child process:
decoders are where hostile files bite. Pillow is imported on first use, so that
importing this package costs nothing.
"""

from tui.pictures.asking import QUESTION, SECONDS, Answer, Ear, put_question, read_answer
from tui.pictures.drawing import draw_picture
from tui.pictures.keeping import shrink_picture
from tui.pictures.kitty import CLEAR
from tui.pictures.model import (
    FIRST_INDEX,
    Drawing,
    KeepLimits,
    Kept,
    Road,
    Wish,
    decode_drawing,
    decode_kept,
    decode_wish,
    encode_drawing,
    encode_limits,
    encode_wish,
    pack_parcel,
)
from tui.pictures.sizing import fit_cells
from tui.pictures.terminal import AUTO, COMMON_CELL, Choice, choose_road, is_worth_asking

__all__ = [
    "AUTO",
    "CLEAR",
    "COMMON_CELL",
    "FIRST_INDEX",
    "QUESTION",
    "SECONDS",
    "Answer",
    "Choice",
    "Drawing",
    "Ear",
    "KeepLimits",
    "Kept",
    "Road",
    "Wish",
    "choose_road",
    "decode_drawing",
    "decode_kept",
    "decode_wish",
    "draw_picture",
    "encode_drawing",
    "encode_limits",
    "encode_wish",
    "fit_cells",
    "is_worth_asking",
    "pack_parcel",
    "put_question",
    "read_answer",
    "shrink_picture",
]
