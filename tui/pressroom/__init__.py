"""Extraction and quotations in one niced child process, with limits on time and memory.

A thread is no isolation: one bad page holds the interpreter for minutes. A
child can be ended, and measured it leaves the event loop as quiet as idle.
"""

from tui.pressroom.limits import PressLimits
from tui.pressroom.room import Pressroom

__all__ = ["PressLimits", "Pressroom"]
