"""The command line as a process of its own, at a home where nothing of the tester's is found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STORY = """<!doctype html><html lang="en"><head><title>{title} - The Tern Post</title>
<meta property="og:site_name" content="The Tern Post">
<link rel="canonical" href="https://tern.example/{slug}"></head><body>
<a href="#m">Skip to main content</a><main id="m"><article><h1>{title}</h1>
<p>The ferry to Quill Island ran again on Monday after eleven days in the dock, and the first
passengers were waiting on the quay before the gates were opened at six in the morning.</p>
<p>“We counted the hours, and then we counted the loaves,” said Marit Osk, who runs the only
bakery on the island. “There were four left.”</p>
<figure><img src="/quay.jpg" alt="A quay"><figcaption>Passengers wait on the quay at Quill.
(Bo Lind via TNA)</figcaption></figure>
<p>The harbour board said that a second boat would be hired for the winter, because repairs to
the older one had taken three times as long as anybody had foreseen in the spring.</p>
</article></main></body></html>"""


def story(title: str = "Ferry runs again", slug: str = "ferry") -> bytes:
    """A small page with a body, a caption, a credit and a split quotation."""
    return STORY.format(title=title, slug=slug).encode()


def environ(home: Path, **more: str) -> dict[str, str]:
    """An environment for the program whose every file lies under ``home``."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PULLQUOTE_", "XDG_"))}
    return {
        **kept,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        **more,
    }


def pullquote(home: Path, *words: str, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``pullquote`` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        check=False,
        input=stdin,
        capture_output=True,
        timeout=120,
        env=environ(home, **more),
    )
