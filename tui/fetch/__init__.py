"""URL to page: one client, an address guard, limits on time and size. Only this room opens sockets.

Every failure is one sentence of ``tui.errors``. Nothing is asked of the
network but the address given, its redirections, and pictures by name; no
cookie is kept and no Referer sent.
"""

from tui.fetch.addresses import parse_address
from tui.fetch.fetcher import Fetcher
from tui.fetch.media import NOTHING, SNIFFED, name_what_is_no_page
from tui.fetch.model import Limits, Picture, Progress

__all__ = ["NOTHING", "SNIFFED", "Fetcher", "Limits", "Picture", "Progress", "name_what_is_no_page", "parse_address"]
