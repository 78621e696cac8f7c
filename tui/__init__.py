"""Pullquote: a reader for the terminal that shows an article, its captions and its quotations."""

__version__ = "0.1.0"
