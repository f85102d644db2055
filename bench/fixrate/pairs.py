"""Crates whose dependency was moved to its next incompatible version, and nothing else.

Kept are pairs that check before, and after fail in the crate's own sources with at most
seventy errors; where a feature is called otherwise, the manifest would have to say so too.
"""

from crates import Crate, Move


def _pair(name: str, version: str, dependency: str, to: str, part: str) -> Crate:
    return Crate(name, version, "report" if part == "report" else "work", dependency,
                 moved=Move(dependency, to))  # fmt: skip


PAIRS = (
    _pair("block-buffer", "0.9.0", "generic-array", "1.2.0", "work"),
    _pair("cexpr", "0.6.0", "nom", "8.0.0", "report"),
    _pair("const-random-macro", "0.1.16", "getrandom", "0.3.2", "work"),
    _pair("crypto-mac", "0.11.1", "generic-array", "1.2.0", "report"),
    _pair("derive-new", "0.5.9", "syn", "2.0.100", "work"),
    _pair("displaydoc", "0.2.3", "syn", "2.0.100", "report"),
    _pair("dtoa-short", "0.3.3", "dtoa", "1.0.9", "work"),
    _pair("lm75", "0.2.0", "embedded-hal", "1.0.0", "report"),
    _pair("m3u8-rs", "5.0.5", "nom", "8.0.0", "work"),
    _pair("man", "0.3.0", "roff", "0.2.2", "report"),
    _pair("max7219", "0.3.1", "embedded-hal", "1.0.0", "work"),
    _pair("md-5", "0.9.1", "digest", "0.10.7", "report"),
    _pair("names", "0.14.0", "rand", "0.9.2", "work"),
    _pair("nanoid", "0.4.0", "rand", "0.9.2", "report"),
    _pair("nom_locate", "4.2.0", "nom", "8.0.0", "work"),
    _pair("num-derive", "0.3.3", "syn", "2.0.100", "report"),
    _pair("png", "0.17.10", "bitflags", "2.9.0", "work"),
    _pair("pretty_env_logger", "0.5.0", "env_logger", "0.11.8", "report"),
    _pair("rand_pcg", "0.3.1", "rand_core", "0.9.3", "work"),
    _pair("rand_regex", "0.15.1", "regex-syntax", "0.7.5", "report"),
    _pair("rand_xorshift", "0.3.0", "rand_core", "0.9.3", "work"),
    _pair("rand_xoshiro", "0.6.0", "rand_core", "0.9.3", "report"),
    _pair("rustc_version", "0.3.3", "semver", "1.0.26", "work"),
    _pair("serde_urlencoded", "0.7.0", "itoa", "1.0.15", "report"),
    _pair("toml_edit", "0.22.22", "winnow", "0.7.6", "work"),
    _pair("vte", "0.10.1", "arrayvec", "0.7.6", "report"),
)
