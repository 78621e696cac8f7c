"""Pictures for a terminal: decoded within bounds, scaled to cells, and encoded for the road that the terminal knows.

All of it is pure work on bytes, meant for the pressroom's child process:
decoders are where hostile files bite. Pillow is imported on first use, so that
importing this package costs nothing.
"""

from tui.pictures.drawing import draw_picture
from tui.pictures.keeping import shrink_picture
from tui.pictures.kitty import CLEAR
from tui.pictures.model import (
    Drawing,
    KeepLimits,
    Kept,
    Road,
    Wish,
    decode_drawing,
    decode_kept,
    decode_wish,
    encode_drawing,
    encode_wish,
    pack_parcel,
)
from tui.pictures.sizing import fit_cells
from tui.pictures.terminal import Choice, ask_terminal, cell_size, choose_road

__all__ = [
    "CLEAR",
    "Choice",
    "Drawing",
    "KeepLimits",
    "Kept",
    "Road",
    "Wish",
    "ask_terminal",
    "cell_size",
    "choose_road",
    "decode_drawing",
    "decode_kept",
    "decode_wish",
    "draw_picture",
    "encode_drawing",
    "encode_wish",
    "fit_cells",
    "pack_parcel",
    "shrink_picture",
]
