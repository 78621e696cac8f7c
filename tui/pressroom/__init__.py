"""Extraction and quotations in one niced child process, with limits."""
