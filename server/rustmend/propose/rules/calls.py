"""Arguments missing, too many or in the wrong order, and receivers that are missing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Caution, Span, TextEdit
from rustmend.propose.placeholders import plain_value, values_for
from rustmend.propose.rules.library import find
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import NUMBERS, clean
from rustmend.propose.rules.unused import unused_locals
from rustmend.propose.scope import locals_at
from rustmend.propose.shape import callee

# where people leave out the base, they count in tens
RADIX = frozenset({"is_digit", "to_digit", "from_digit", "from_str_radix"})


def arguments(site: Site) -> Iterator[Candidate]:
    """Supply the argument that is missing, drop one too many, or exchange two."""
    if site.code not in ("E0061", "E0057", "E0308", "E0107", "E0277", "E0369"):
        return
    yield from _parted(site)
    call = around(site.node, "call_expression")
    given = call.field("arguments") if call is not None else None
    if call is None or given is None:
        return
    values = [child for child in given.children() if child.is_named()
              and "comment" not in child.kind()]  # fmt: skip
    missing = missing_arguments(site)
    if not missing and (
        one := re.search(r"argument #(\d+) of type `([^`]+)` is missing", site.words())
    ):
        missing = [(int(one[1]) - 1, clean(one[2]))]
    if site.code == "E0369":
        return
    if site.code in ("E0308", "E0277"):
        yield from _exchanged(site, given, values)
    elif len(missing) == 1:
        yield from _supplied(site, call, given, values, *missing[0])
    elif not missing:
        surplus = surplus_arguments(site)
        alone = re.search(r"takes 1 .*argument", site.diagnostic.message)
        if len(values) > 1 and alone and not surplus:
            start, end = site.bounds(values[0])[0], site.bounds(values[-1])[1]
            yield site.fix("argument", "Pass the arguments as one tuple",
                           site.insert(start, "("), site.insert(end, ")"), prior=0.55)  # fmt: skip
        places = [Span(site.span.file, *site.bounds(value)) for value in values]
        for index, value in enumerate(values):
            prior = 0.3 if not surplus else 0.75 if index in surplus else 0.15
            yield site.fix("argument", f"Drop the argument `{short(value.text())}`",
                           TextEdit(with_comma(places, index), ""), prior=prior)  # fmt: skip


def missing_arguments(site: Site) -> list[tuple[int, str]]:
    """Return the places, from 0, and the types of the arguments that labels say are missing."""
    said = site.labels(r"argument #(\d+)(?: of type)? `([^`]+)` is missing")
    return [(int(found[1]) - 1, clean(found[2])) for _, found in said]


def surplus_arguments(site: Site) -> list[int]:
    """Return the places, from 0, of the arguments that labels say are too many."""
    return [int(found[1]) - 1 for _, found in site.labels(r"unexpected argument #(\d+)")]


def _parted(site: Site) -> Iterator[Candidate]:
    """Put a comma before what was taken for an operator: ``f(a &b)``."""
    node = around(site.node, "binary_expression")
    left, operator, right = (
        [node.field(name) for name in ("left", "operator", "right")] if node else [None] * 3
    )
    if left is None or operator is None or right is None or operator.text() not in ("&", "*", "-"):
        return
    end, start = site.bounds(left)[1], site.bounds(operator)[0]
    if end < start and site.bounds(operator)[1] == site.bounds(right)[0]:
        title = f"Part `{short(left.text())}` and `{short(right.text())}` by `,`"
        yield site.fix("argument", title, site.insert(end, ","), prior=0.9)


def receiver_parameter(site: Site) -> Iterator[Candidate]:
    """Give a method its ``self``, or take another kind of it."""
    if site.code not in ("E0424", "E0106", "E0596", "E0594", "E0507", "E0599", "E0308", "E0061",
                         "E0186", "E0185", "E0053", "E0382", "E0505", "E0425", "E0614",
                         ""):  # fmt: skip
        return
    if not _about_receiver(site):
        return
    functions = [around(site.node, "function_item", "function_signature_item")]
    name = site.source
    if re.fullmatch(r"\w+", name) and site.code in ("E0599", "E0061", "E0425"):
        functions += [one.node for one in find(site.context, site.span.file, name, "fn")
                      if one.file == site.span.file]  # fmt: skip
    for function in functions:
        parameters = function.field("parameters") if function is not None else None
        if parameters is None or around(function, "impl_item", "trait_item") is None:
            continue
        start, end = site.bounds(parameters)
        own = parameters.find(kind="self_parameter")
        empty = not site.slice(start + 1, end - 1).strip(" ,\n")
        result = function.field("return_type") if function is not None else None
        handed = site.code == "E0308" and site.source == "self" and result is not None
        wanted = result.text()[:4] if handed and result is not None else ""
        wanted = {"&mut": "&mut self"}.get(wanted, "&self" if wanted.startswith("&") else "")
        if site.code == "E0614":
            wanted = "&self"  # `*self` stands for what is lent
        for text, prior in (("&self", 0.5), ("&mut self", 0.4), ("self", 0.3), ("mut self", 0.05)):
            if own is not None:
                edit = site.replace(own, text)
            else:
                inside = site.slice(start + 1, end - 1).lstrip()
                comma = "" if empty or inside.startswith(",") else ", "
                edit = site.insert(start + 1, f"{text}{comma}")
            title = f"Take `{text}`" if own is None else f"Take `{text}` in place of `{own.text()}`"
            prior = 0.75 if text == wanted else prior * (1 if own is None else 0.6)
            yield site.fix("receiver", title, edit, prior=prior)


def _about_receiver(site: Site) -> bool:
    """Whether the error has to do with how a method takes ``self``."""
    code, words = site.code, site.words()
    if code == "":
        return "expected parameter name" in words or (
            "lifetime may not live long enough" in words and "of this reference" in words
        )
    if code in ("E0424", "E0186", "E0185", "E0106"):
        return True
    if code in ("E0599", "E0061", "E0425", "E0053"):
        return "associated function" in words or "self" in words
    return site.source.lstrip("&*").removeprefix("mut ").startswith("self") or "`self`" in words


def _supplied(
    site: Site, call: SgNode, given: SgNode, values: list[SgNode], index: int, type_: str
) -> Iterator[Candidate]:
    """Yield values for the missing argument: as given elsewhere, as called, as in scope."""
    texts: dict[str, float] = {}
    name = callee(call)
    usual: Counter[str] = Counter()
    for other in site.tree.root.find_all(kind="call_expression"):
        if callee(other) == name and other != call and (its := other.field("arguments")):
            theirs = [child.text() for child in its.children() if child.is_named()]
            if len(theirs) == len(values) + 1 and index < len(theirs):
                usual[theirs[index]] += 1
    locals_ = locals_at(site.tree, site.span.start)
    here = {local.name for local in locals_}
    for text, count in usual.most_common(4):
        known = set(re.findall(r"(?<![.\w])[a-z_]\w*(?!\w|!|\(|::)", text)) <= here
        texts[text] = (0.6 if count > 1 else 0.5) if known else 0.2
    for parameter in _parameter_names(site, name, index):
        if parameter in here:
            texts.setdefault(parameter, 0.7)
            if type_.startswith("&"):
                texts.setdefault(f"&{parameter}", 0.6)
    if name in RADIX and type_ == "u32":
        texts.setdefault("10", 0.9)
    for text, share in values_for(type_, locals_)[:6]:
        texts.setdefault(text, 0.6 * share)
    if plain := plain_value(type_):
        texts[plain] = max(0.35, texts.get(plain, 0.0))
    for text in texts:
        if _of_other_type(text, type_):
            texts[text] *= 0.1
    for unused in unused_locals(site):
        for text in [text for text in texts if re.search(rf"(?<![.\w]){unused}\b", text)]:
            texts[text] = 0.6 + 0.5 * texts[text]  # it was bound to be used
    for text, prior in sorted(texts.items(), key=lambda pair: -pair[1])[:8]:
        joined = [value.text() for value in values]
        joined.insert(index, text)
        title = f"Pass `{short(text)}` as argument {index + 1}"
        edit = site.insert(*_slot(site, given, values, index, text))
        yield site.fix("argument", title, edit, prior=prior)


def _of_other_type(text: str, type_: str) -> bool:
    """Whether a literal cannot have the type."""
    bare = type_.lstrip("&")
    if re.match(r"-?\d", text):
        return bare not in NUMBERS and bare[:1] not in "_{" and len(bare) > 1
    return text[:1] in "\"'" and bare in NUMBERS | {"bool", "String"}


def _slot(
    site: Site, given: SgNode, values: list[SgNode], index: int, text: str
) -> tuple[int, str]:
    if not values:
        return site.bounds(given)[0] + 1, text
    if index < len(values):
        return site.bounds(values[index])[0], f"{text}, "
    return site.bounds(values[-1])[1], f", {text}"


def _parameter_names(site: Site, name: str, index: int) -> Iterator[str]:
    for place in find(site.context, site.span.file, name, "fn"):
        parameters = place.node.field("parameters")
        own = parameters.find_all(kind="parameter") if parameters is not None else []
        if index < len(own) and (pattern := own[index].field("pattern")) is not None:
            yield pattern.text()


def _parameters(site: Site, name: str) -> Iterator[str]:
    """Yield the names of the parameters of the workspace's nearest function called ``name``."""
    for place in find(site.context, site.span.file, name, "fn"):
        parameters = place.node.field("parameters")
        for one in parameters.children() if parameters is not None else []:
            pattern = one.field("pattern") if one.kind() == "parameter" else None
            if pattern is not None:
                yield pattern.text()
        return


def _exchanged(site: Site, given: SgNode, values: list[SgNode]) -> Iterator[Candidate]:
    start, end = site.bounds(given)
    wrong = {label.span for one in site.context.diagnostics if one.code == "E0308"
             for label in one.labels if label.text.startswith("expected")
             and label.span.file == site.span.file
             and start < label.span.start and label.span.end < end}  # fmt: skip
    call = given.parent()
    usual = {
        tuple(_kinds(its))
        for other in site.tree.root.find_all(kind="call_expression")
        if call is not None and other != call and callee(other) == callee(call)
        and (its := other.field("arguments")) is not None
    }  # fmt: skip
    names = list(_parameters(site, callee(call).removeprefix("::"))) if call is not None else []
    for first in range(len(values)):
        for second in range(first + 1, min(len(values), first + 3)):
            edits = (site.replace(values[first], values[second].text()),
                     site.replace(values[second], values[first].text()))  # fmt: skip
            title = f"Exchange `{short(values[first].text())}` and `{short(values[second].text())}`"
            places = [site.bounds(values[index]) for index in (first, second)]
            both = all(
                any(start <= span.start and span.end <= end for span in wrong)
                for start, end in places
            )
            kinds = [value.kind() for value in values]
            kinds[first], kinds[second] = kinds[second], kinds[first]
            alike = tuple(kinds) in usual and tuple(_kinds(given)) not in usual
            called = second < len(names) and (
                (values[first].text() == names[second]) + (values[second].text() == names[first])
            )  # both are called as the other's parameter is
            prior = 0.9 if both or alike or called == 2 else 0.6 if called else 0.25
            found = site.fix("exchange", title, *edits, prior=prior)
            if Caution.SWAPS_ARGUMENTS not in found.cautions:
                yield found


def _kinds(given: SgNode) -> list[str]:
    return [child.kind() for child in given.children() if child.is_named()]


def with_comma(values: Sequence[Span], index: int) -> Span:
    """Return the bytes of one of the values of a list with the comma that parts it."""
    own = values[index]
    if index:
        return Span(own.file, values[index - 1].end, own.end)
    return Span(own.file, own.start, values[1].start if len(values) > 1 else own.end)
