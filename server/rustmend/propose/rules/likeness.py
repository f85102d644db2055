"""How likely one name is what another was called before: by words, not by letters alone."""

import re
from difflib import SequenceMatcher

# Words that people put on names and take off again, and that say little
_FILLERS = frozenset({
    "get", "set", "is", "the", "raw", "base", "do", "new", "try", "my", "with", "as", "to", "of",
    "inner", "impl", "item", "value", "kind", "all",
})  # fmt: skip
# What names are shortened to and written out again
_SHORT = {
    "pos": "position", "len": "length", "buf": "buffer", "idx": "index", "num": "number",
    "val": "value", "str": "string", "cfg": "config", "conf": "config", "ctx": "context",
    "msg": "message", "err": "error", "res": "result", "ret": "result", "tmp": "temporary",
    "ptr": "pointer", "src": "source", "dst": "destination", "dest": "destination", "cnt": "count",
    "cap": "capacity", "max": "maximum", "min": "minimum", "prev": "previous", "cur": "current",
    "init": "initialize", "id": "identifier", "ident": "identifier", "addr": "address",
    "attr": "attribute", "arg": "argument", "args": "arguments", "param": "parameter",
    "params": "parameters", "dir": "directory", "elem": "element", "expr": "expression",
    "fmt": "format", "func": "function", "gen": "generate", "info": "information", "iter":
    "iterator", "opt": "option", "opts": "options", "rand": "random", "ref": "reference",
    "req": "request", "resp": "response", "sep": "separator", "stmt": "statement", "sz": "size",
    "ty": "type", "typ": "type", "var": "variable", "ver": "version", "conn": "connection",
    "db": "database", "env": "environment", "hdr": "header", "rng": "random", "sec": "second",
}  # fmt: skip
_ALIKE = (
    {"length", "size", "count", "total", "number"}, {"index", "position", "offset"},
    {"name", "label", "title"}, {"value", "data", "content", "payload"}, {"remove", "delete"},
    {"add", "insert", "push", "append"}, {"start", "begin", "first"}, {"end", "stop", "finish",
    "last"}, {"make", "create", "build", "new"}, {"find", "search", "lookup"}, {"fetch", "load",
    "read", "get"}, {"write", "save", "store"}, {"parent", "owner"}, {"kind", "type", "category"},
    {"text", "string", "content"}, {"input", "source"}, {"message", "text"}, {"state", "status"},
    {"child", "children", "node", "nodes"}, {"next", "following"}, {"key", "identifier"},
    {"map", "table"}, {"head", "front"}, {"tail", "back"}, {"check", "validate", "verify"},
    {"error", "failure"}, {"user", "account"}, {"price", "cost", "amount"}, {"generate", "random"},
)  # fmt: skip


def likeness(first: str, second: str) -> float:
    """Return a number in [0, 1]: how likely one of two names replaced the other."""
    if first == second:
        return 1.0
    mine, theirs = words(first), words(second)
    letters = SequenceMatcher(None, first.lower(), second.lower()).ratio()
    if not mine or not theirs:
        return letters * 0.8
    if mine == theirs or sorted(mine) == sorted(theirs):
        return 0.95
    common = sum(any(_same(one, other) for other in theirs) for one in mine)
    common = min(common, sum(any(_same(one, other) for other in mine) for one in theirs))
    bare = [[one for one in part if one not in _FILLERS] for part in (mine, theirs)]
    if bare[0] and bare[0] == bare[1]:
        return 0.9
    share = 2 * common / (len(mine) + len(theirs))
    return max(share * 0.9, letters * 0.85 if letters > 0.5 else 0.0)


def words(name: str) -> list[str]:
    """Return the words of a name in either case, written out and in small letters."""
    parts = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+", name)
    return [_SHORT.get(part.lower(), part.lower()) for part in parts]


def snake(name: str) -> str:
    """Return how a module or a function is called after a type: ``char_indices``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _same(first: str, second: str) -> bool:
    if first == second or first.rstrip("s") == second.rstrip("s"):
        return True
    if min(len(first), len(second)) > 2 and (first.startswith(second) or second.startswith(first)):
        return True
    return any(first in group and second in group for group in _ALIKE)
