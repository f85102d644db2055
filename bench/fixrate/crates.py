"""The libraries that are broken and mended: pinned, small, and of many styles.

Rules and ranking may be tuned on the *work* part. Nobody looks into the *report* part
to make rustmend better, so its numbers are what to expect of crates nobody has seen.
"""

from dataclasses import dataclass
from typing import Literal

Part = Literal["work", "report"]


@dataclass(frozen=True, slots=True)
class Move:
    """A dependency, and the exact version of it that a crate is moved to."""

    dependency: str
    version: str


@dataclass(frozen=True, slots=True)
class Crate:
    """One library of the registry at one version.

    ``dev`` are the dev-dependencies that its tests are worth. The others are left out, and
    with them the targets that do not check without. With ``moved`` it is the crate as its
    author has it who changed one line of the manifest and nothing else.
    """

    name: str
    version: str
    part: Part
    style: str
    dev: tuple[str, ...] = ()
    moved: Move | None = None

    @property
    def label(self) -> str:
        """What the crate is called among all."""
        return f"{self.name}+{self.moved.dependency}" if self.moved is not None else self.name


CRATES = (
    Crate("semver", "1.0.28", "work", "parser"),
    Crate("httparse", "1.10.1", "work", "parser, no_std"),
    Crate("heck", "0.5.0", "work", "text"),
    Crate("textwrap", "0.16.4", "work", "text"),
    Crate("humantime", "2.4.0", "work", "text, time"),
    Crate("shlex", "2.0.1", "work", "command lines, bytes"),
    Crate("lexopt", "0.3.2", "work", "command lines"),
    Crate("either", "1.19.0", "work", "iterators, macros"),
    Crate("slab", "0.4.12", "work", "collection"),
    Crate("smallvec", "1.15.1", "work", "collection, unsafe"),
    Crate("fastrand", "2.5.0", "work", "maths, macros"),
    Crate("num-integer", "0.1.47", "work", "maths, generics"),
    Crate("bitflags", "2.13.2", "work", "macros"),
    Crate("async-fs", "2.2.0", "work", "async"),
    Crate("nom", "8.0.0", "report", "parser, traits"),
    Crate("base64", "0.23.1", "report", "text, bytes"),
    Crate("hex", "0.4.3", "report", "text, bytes"),
    Crate("percent-encoding", "2.3.2", "report", "text, no_std"),
    Crate("strsim", "0.11.1", "report", "text, generics"),
    Crate("glob", "0.3.4", "report", "files", ("doc-comment", "tempfile")),
    Crate("getopts", "0.2.24", "report", "command lines", ("log",)),
    Crate("arrayvec", "0.7.8", "report", "collection, unsafe", ("matches",)),
    Crate("indexmap", "2.14.2", "report", "collection", ("fastrand", "fnv", "itertools")),
    Crate("petgraph", "0.8.3", "report", "graphs, generics"),
    Crate("tinyvec", "1.13.3", "report", "collection, no_std"),
    Crate("bytes", "1.12.2", "report", "buffers"),
    Crate("num-rational", "0.4.2", "report", "maths, generics"),
    Crate("once_cell", "1.21.4", "report", "cells, no_std"),
    Crate("itoa", "1.0.19", "report", "maths, macros"),
    Crate("async-executor", "1.14.1", "report", "async"),
)
