"""Compiler-verified fixes for Rust: one engine, several doors."""

__version__ = "0.1.0"
