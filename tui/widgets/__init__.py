"""Panes and bars: each one file, knowing only the article and Textual."""
