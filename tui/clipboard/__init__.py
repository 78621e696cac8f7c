"""The roads to a clipboard, and which one was taken. Says no more than is known."""

from tui.clipboard.clipboard import Clipboard
from tui.clipboard.model import Clip, Copied, Finding, Health

__all__ = ["Clip", "Clipboard", "Copied", "Finding", "Health"]
