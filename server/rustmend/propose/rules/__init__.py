"""Candidates computed from types, names and syntax.

Each family is a module that knows one part of the language. All of it is guesswork that the
compiler checks afterwards, so a family may be bold; it may not be many.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from rustmend.domain import Candidate, Diagnostic
from rustmend.propose.context import Context
from rustmend.propose.rules import (
    added_items,
    arms,
    asserted,
    borrows,
    boxed,
    callbacks,
    called,
    calls,
    carried,
    closures,
    declared,
    delegated,
    delimiters,
    derives,
    documented,
    failures,
    fields,
    foreign,
    generics,
    grammar,
    imports,
    lifetimes,
    macro_calls,
    mapped,
    mismatched,
    modules,
    moved,
    moves,
    names,
    origins,
    outcomes,
    own,
    parameters,
    peeking,
    renamed,
    statements,
    superfluous,
    surplus,
    taken,
    together,
    traits,
    undone,
    visibility,
)
from rustmend.propose.rules.site import Site, around, in_async, site_at

Family = Callable[[Site], Iterable[Candidate]]

MOST = 12
FAMILIES: tuple[Family, ...] = (
    renamed.followed,
    moved.moved,
    mismatched.conversion,
    mismatched.operands,
    own.converted,
    together.arguments,
    together.operands,
    failures.error_kind,
    outcomes.wrapped_value,
    outcomes.pushed_option,
    outcomes.wrapped_twice,
    outcomes.unwritten_value,
    superfluous.calls,
    superfluous.function_calls,
    superfluous.receivers,
    superfluous.type_arguments,
    superfluous.imports,
    delimiters.delimiters,
    delimiters.quotes,
    surplus.words,
    surplus.quotes,
    surplus.indices,
    grammar.grammar,
    foreign.foreign,
    origins.origin,
    origins.destructured,
    peeking.peeked,
    peeking.declared,
    origins.scrutinee,
    origins.counted,
    origins.chain,
    origins.collected,
    mapped.mapped,
    mapped.outcome,
    declared.declaration,
    declared.receiver,
    declared.namesake,
    declared.return_type,
    names.misspelt,
    names.affixed,
    names.misspelt_binding,
    names.sibling_method,
    names.qualified,
    names.too_far_up,
    imports.imports,
    imports.all_imports,
    modules.module_files,
    modules.misnamed_file,
    visibility.visibility,
    boxed.boxed,
    boxed.named_as_type,
    parameters.declared,
    generics.parameter,
    generics.bounds,
    generics.associated,
    called.bound,
    lifetimes.lifetimes,
    lifetimes.of_callee,
    generics.type_arguments,
    calls.arguments,
    callbacks.wrapped,
    carried.passed_on,
    carried.in_tests,
    carried.or_default,
    undone.wrapped_result,
    undone.wrapped_field,
    undone.added_parameter,
    undone.lent_parameter,
    undone.defaulted_parameter,
    undone.owned_again,
    undone.owned_field,
    undone.owned_result,
    calls.receiver_parameter,
    fields.initializers,
    fields.declared_fields,
    arms.arms,
    arms.spelt,
    traits.missing_items,
    delegated.handed_on,
    added_items.added_items,
    statements.returns,
    statements.arm_values,
    statements.unit_value,
    statements.awaits,
    closures.moving,
    closures.arity,
    closures.waiting,
    derives.derives,
    documented.documented,
    moves.moved,
    moves.moved_out,
    taken.replaced,
    taken.collected,
    taken.shared,
    borrows.overlapping,
    borrows.mutability,
    borrows.lent_mutably,
    borrows.returned,
)

# The error lies in what a macro made: what it made may still be converted as a whole
_AT_CALL_SITE: tuple[Family, ...] = (
    renamed.followed,
    fields.initializers_in_macros,
    added_items.added_items,
    mismatched.conversion,
    asserted.asserted,
    macro_calls.arguments,
    declared.declaration,
    visibility.visibility,
    derives.derives,
    generics.bounds,
    superfluous.calls,
    borrows.named,
)


class Rules:
    """All families, each bounded to its likeliest candidates."""

    def __init__(self, families: tuple[Family, ...] = FAMILIES) -> None:
        self._families = families

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield what each family makes of the diagnostic's primary span."""
        site = site_at(diagnostic, context, diagnostic.span)
        if site is None:
            return
        for family in self._families if not _foreign(site) else _AT_CALL_SITE:
            found = sorted(islice(family(site), 4 * MOST), key=lambda one: -one.prior)
            yield from [one for one in found if not _futile(site, one)][:MOST]


def _futile(site: Site, candidate: Candidate) -> bool:
    """Whether it adds a ``?`` or ``.await`` where nothing around can return early or wait."""
    if candidate.source == carried.SOURCE:
        return False  # it widens the return type
    for edit in candidate.edits:
        place = site.at(edit.span) if edit.text in ("?", ".await") else None
        if place is None:
            continue
        owner = around(place.node, "function_item", "closure_expression", "async_block")
        if owner is None or owner.kind() == "async_block":
            continue
        if edit.text == ".await":
            return not in_async(place.node)
        result = owner.field("return_type")
        if owner.kind() == "function_item":
            kinds = ("Result", "Option", "Poll", "Flow", "impl ", "Self")
            return result is None or not any(kind in result.text() for kind in kinds)
    return False


def _foreign(site: Site) -> bool:
    """Whether the error lies in what a macro made; `?` and `for` count as macros to rustc."""
    primary = site.diagnostic.primary
    return (primary is not None and primary.in_macro) and site.node.kind() in (
        "macro_invocation", "attribute_item", "attribute", "token_tree", "macro_definition",
    )  # fmt: skip
