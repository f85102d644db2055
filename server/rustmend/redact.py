"""Secrets, keys, e-mail addresses and home folders are blanked before anything leaves.

``Redaction`` is for questions: each thing becomes a placeholder of its own kind, the same one
wherever it stands, and a placeholder in an answer becomes what it stood for again, so that edits
fit the text. ``mask`` is for what is kept elsewhere: it puts an ``x`` in each letter's place, so
that every byte offset still holds, and blanking twice is blanking once.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

_ASSIGNED = re.compile(
    r"""(?ix) \b[\w.-]*
        (?P<name> api[_-]?key | access[_-]?key | secret | token | passw(?:or)?d | passphrase
          | credential | authorization | private[_-]?key ) \w* \b
        ["']? \s* (?: : \s* &? (?:'static\s+)? str \s* )? (?: => | := | [:=] ) \s*
        (?: String::from\( | Some\( )? r?\#* ["'] (?P<secret> [^"'\s{}<>]{6,} ) ["']"""
)
_ENVIRONMENT = re.compile(
    r"""(?mx) ^ [ \t]* (?:export[ ])? [A-Z][A-Z0-9_]*
        (?P<name> KEY | SECRET | TOKEN | PASSWORD | PASSWD ) \w* = (?P<secret> [^\s"'$`]{6,} ) $"""
)
_KEYS = re.compile(
    r"""(?x)
    \b (?: sk | pk | rk | ghp | gho | ghs | ghu | ghr | github_pat | glpat | hf | xox[abeprs] )
       [-_] [A-Za-z0-9_-]{10,}
    | \b (?: AKIA | ASIA ) [0-9A-Z]{16} \b
    | \b AIza [0-9A-Za-z_-]{30,}
    | \b eyJ [A-Za-z0-9_-]{8,} \. [A-Za-z0-9_-]{8,} \. [A-Za-z0-9_-]*
    | (?<= [Bb]earer[ ] ) [A-Za-z0-9._~+/-]{12,} =*
    | (?<= :// ) [^/\s:@"'{}]+ : [^/\s@"'{}]+ (?= @ )"""
)
_PEM = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----(.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL
)
_PEM_LINE = re.compile(r"[A-Za-z0-9+/=]{16,}")
# a literal that is one long token of mixed characters
_LITERAL = re.compile(r"""["']([A-Za-z0-9+/_-]{32,}={0,2})["']""")
_MAIL = re.compile(r"[\w.%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}\b")
_MAIL_OF_NOBODY = re.compile(r"@(?:[\w-]+\.)*(?:example(?:\.\w+)?|invalid|test|localhost)$")
_HOME = re.compile(r"(?:/home/|/Users/|[A-Za-z]:(?:\\\\?|/)Users(?:\\\\?|/))([A-Za-z0-9._-]+)")
# what is a path wherever it stands, and in quotes also what has two parts or climbs
_PATH = re.compile(
    r"""(?x)
    file:/{1,3} [^\s"'`<>|]+
    | (?<! [\w.)\]/-] ) / (?: home | Users | root | opt | srv | mnt | media | data | var | tmp
        | etc | usr | private | Volumes | work | workspaces? | builds? ) (?: / [\w.@+%~-]+ )+ /?
    | \b [A-Za-z] : (?: \\\\? [\w.@+%~-]+ ){2,}
    | (?<! [\w\\] ) \\\\(?: \\\\ )? [\w.-]+ (?: \\\\? [\w.@+%~$-]+ )+
    | (?<= ["'`] ) (?: [\w.@+%~-]+ | ~ )? (?: / [\w.@+%~-]+ ){2,} /? (?= ["'`] )
    | (?<= ["'`] ) (?: \.\.? | ~ ) (?: / [\w.@+%~-]+ )+ /? (?= ["'`] )"""
)
_ALPHABETS = ("abcdef", "ABCDEF", "012345", "123456")
# bits for each character, from which on a token is too mixed to be a name
_MIXED = 3.2
_ALSO_PLAIN = ("token", "credential", "key")
_BLANKED = "BLANKED_SECRET_"
_PLACEHOLDER = re.compile(r"BLANKED_SECRET_\d+|person\d+@blanked\.example|blanked-home-\d+")


class Redaction:
    """The placeholders of one question and what they stand for."""

    def __init__(self, home: Path | None = None) -> None:
        self._home = str(home or Path.home())
        self._placeholders: dict[str, str] = {}
        self._meant: dict[str, str] = {}

    def blank(self, texts: Iterable[str]) -> list[str]:
        """Return ``texts`` with a placeholder for each thing that is nobody else's business."""
        return [self._everywhere(text) for text in [self._found(text) for text in texts]]

    def _found(self, text: str) -> str:
        text = _PEM.sub(self._pem, text)
        text = _KEYS.sub(lambda found: self._secret(found[0]), text)
        for pattern in (_ASSIGNED, _ENVIRONMENT):
            text = pattern.sub(self._named, text)
        text = _LITERAL.sub(self._literal, text)
        text = _MAIL.sub(self._mail, text)
        if len(self._home) > 1:
            edge = re.escape(self._home) + r"(?![\w-])"
            text = re.sub(edge, lambda _: self._for(self._home, "blanked-home-{}"), text)
        return _HOME.sub(self._user, text)

    def restore(self, text: str) -> str:
        """Return an answer with what its placeholders stand for."""
        return _PLACEHOLDER.sub(lambda found: self._meant.get(found[0], found[0]), text)

    def _everywhere(self, text: str) -> str:
        """Blank what was found to be a secret elsewhere, unless it reads like a word."""
        for value, placeholder in self._placeholders.items():
            if placeholder.startswith(_BLANKED) and not value.isalpha():
                text = text.replace(value, placeholder)
        return text

    def _for(self, value: str, pattern: str) -> str:
        if value in self._meant:  # blanked already
            return value
        if value not in self._placeholders:
            placeholder = pattern.format(len(self._placeholders) + 1)
            self._placeholders[value] = placeholder
            self._meant[placeholder] = value
        return self._placeholders[value]

    def _secret(self, value: str) -> str:
        return self._for(value, f"{_BLANKED}{{}}")

    def _pem(self, found: re.Match[str]) -> str:
        # line by line, so that what is restored never holds a line break
        body = _PEM_LINE.sub(lambda line: self._secret(line[0]), found[1])
        return found[0].replace(found[1], body) if found[1] else found[0]

    def _named(self, found: re.Match[str]) -> str:
        start, end = (place - found.start() for place in found.span("secret"))
        secret = found["secret"]
        # a parser has tokens of its own, and those are words
        word = found["name"].lower() in _ALSO_PLAIN and secret.isalpha() and secret.islower()
        if word or _PLACEHOLDER.search(secret):
            return found[0]
        return found[0][:start] + self._secret(secret) + found[0][end:]

    def _literal(self, found: re.Match[str]) -> str:
        value = found[1]
        plain = _PLACEHOLDER.search(value) or any(run in value for run in _ALPHABETS)
        has = (any(c.isdigit() for c in value), any(c.isalpha() for c in value))
        if plain or not all(has) or _bits(value) < _MIXED:
            return found[0]
        return found[0].replace(value, self._secret(value))

    def _mail(self, found: re.Match[str]) -> str:
        if _MAIL_OF_NOBODY.search(found[0]) or _PLACEHOLDER.match(found[0]):
            return found[0]
        return self._for(found[0], "person{}@blanked.example")

    def _user(self, found: re.Match[str]) -> str:
        start = found.start(1) - found.start()
        return found[0][:start] + self._for(found[1], "blanked-home-{}")


def mask(text: str, *, root: str = "", path: str | None = None) -> str:
    """Return ``text``, as many bytes long, without secrets, addresses and paths.

    Of paths the absolute ones are blanked, and all below ``root``, the workspace's folder. With
    ``path`` each of them becomes that word, and the length is another one.
    """

    def crossed(found: re.Match[str]) -> str:
        return _crossed(found[0]) if path is None else path

    text = _Mask().blank([text])[0]
    if len(root) > 1:
        text = re.sub(re.escape(root) + r"[^\s\"'`<>|:;,)]*", crossed, text)
    return _PATH.sub(crossed, text)


class _Mask(Redaction):
    def _for(self, value: str, pattern: str) -> str:
        return _crossed(value)


def _crossed(text: str) -> str:
    return "".join(
        "x" * len(char.encode()) if char.isalnum() or not char.isascii() else char for char in text
    )


def _bits(text: str) -> float:
    """Return the Shannon entropy of the characters of ``text``, in bits each."""
    counts = Counter(text).values()
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts)
