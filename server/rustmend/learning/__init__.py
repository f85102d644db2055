"""Learns from repairs that people made: from a text before and after to a rewrite."""
