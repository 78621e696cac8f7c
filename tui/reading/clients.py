"""Those that the service works with, besides the library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from tui.fetch import Fetcher
    from tui.pressroom import Pressroom


class Clients:
    """Who fetches, who makes articles of pages, who draws pictures.

    Each is loaded and made when it is first asked for: a start that shows what is kept needs none of them.
    """

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name in ("darkroom", "pressroom", "fetcher"):
            if name in self.__dict__:  # it was made
                await getattr(self, name).aclose()

    @cached_property
    def fetcher(self) -> Fetcher:
        """The network."""
        from tui.fetch import Fetcher  # noqa: PLC0415  see above

        return Fetcher()

    @cached_property
    def pressroom(self) -> Pressroom:
        """Pages to articles."""
        from tui.pressroom import Pressroom  # noqa: PLC0415  see above

        return Pressroom()

    @cached_property
    def darkroom(self) -> Pressroom:
        """Pictures to drawings."""
        from tui.pressroom import Pressroom  # noqa: PLC0415  see above
        from tui.reading.darkroom import DARKROOM_JOBS, DARKROOM_LIMITS  # noqa: PLC0415  see above

        return Pressroom(DARKROOM_LIMITS, jobs=DARKROOM_JOBS)
