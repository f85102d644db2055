"""Whole projects: from text, compiled in a sandbox, mended, answered from."""
