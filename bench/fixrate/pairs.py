"""Crates whose dependency was moved to its next incompatible version, and nothing else."""

from crates import Crate

PAIRS: tuple[Crate, ...] = ()
