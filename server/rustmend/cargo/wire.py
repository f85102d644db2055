"""The fields we read of cargo's JSON lines and of rustc's diagnostics in them."""

import msgspec


class WireCode(msgspec.Struct):
    """A code of the error index, or the name of a lint."""

    code: str


class WireExpansion(msgspec.Struct):
    """The macro that made a span; ``span`` is where it was called."""

    span: "WireSpan"
    macro_decl_name: str = ""


class WireSpan(msgspec.Struct):
    """A place in a file; with ``suggested_replacement``, a part of a suggestion."""

    file_name: str
    byte_start: int
    byte_end: int
    is_primary: bool = False
    label: str | None = None
    suggested_replacement: str | None = None
    suggestion_applicability: str | None = None
    expansion: WireExpansion | None = None


class WireMessage(msgspec.Struct):
    """A diagnostic, or a child of one."""

    message: str
    level: str
    code: WireCode | None = None
    spans: list[WireSpan] = []
    children: list["WireMessage"] = []
    rendered: str | None = None


class WireTarget(msgspec.Struct):
    """What is compiled; ``kind`` holds cargo's words for it."""

    name: str
    kind: list[str]


class WireProfile(msgspec.Struct):
    """How it is compiled."""

    test: bool = False


class WireRecord(msgspec.Struct):
    """A line of cargo's."""

    reason: str
    package_id: str = ""
    target: WireTarget | None = None
    profile: WireProfile | None = None
    message: WireMessage | None = None
    fresh: bool = False
    executable: str | None = None
    success: bool = False
