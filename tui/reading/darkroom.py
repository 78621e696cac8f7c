"""Which jobs the photo desk's child process does, and within which limits."""

from tui.pressroom import PressLimits

DARKROOM_JOBS = "tui.pictures.jobs"
DARKROOM_LIMITS = PressLimits(seconds=6.0, memory=1_536 * 1024 * 1024)
"""A picture at the limit of pixels takes one second and 0.5 GB."""
