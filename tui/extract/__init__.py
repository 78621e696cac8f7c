"""Page to Article: what the reporter wrote, all of it, and nothing else."""

from tui.extract.extracting import explain_extraction, extract_article, find_refresh
from tui.extract.rules import Decision

__all__ = ["Decision", "explain_extraction", "extract_article", "find_refresh"]
