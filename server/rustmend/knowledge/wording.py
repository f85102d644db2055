"""What may leave of a diagnostic's sentences: the compiler's own words.

Programs put words into the compiler's mouth: notes of ``#[deprecated]``, texts of
``#[diagnostic::on_unimplemented]``, ``compile_error!`` and macros, reasons of lints, and
names of types in lists without quotes. So a sentence is kept up to the first word that rustc
does not use itself, by a list of those it uses about more than one program of ``kb/``. Code in
quotes may be a program's word too: of it names are kept that are everybody's or leave anyway.
"""

import re
from collections.abc import Callable, Collection
from itertools import count

from rustmend.domain.names import KNOWN
from rustmend.domain.signature import ALONE, CODE, MARKS, words
from rustmend.knowledge.standard import COMMON


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORD = re.compile(r"[^\W\d_]\w*")
_NAME = re.compile(r"\b[^\W\d]\w*")
# what the normaliser writes for a fragment of code
_MARKS = frozenset(
    {
        *MARKS.values(), *ALONE.values(), "id", "TY", "num", "ref", "refmut", "lt", "static",
        "hole", "mark", "path", "closure", "text", "number", "unit", "arrow", "fat", "path_sep",
    }
)  # fmt: skip
# std's plain words: what its methods are called
_STANDARD = frozenset(name for name in KNOWN if name.islower())
_MORE = "…"
# after what a sentence of this kind names, its program speaks
_TOLD = re.compile(r"use of deprecated \w+(?: \w+)*? (?:`[^`]*`|_|id|TY)")


def own_words(sentence: str) -> str:
    """Return a normalised sentence up to the first word that is not the compiler's."""
    return _kept(sentence, normalised=True)


def own_frame(text: str) -> str:
    """Return a sentence without its code, as ``frame`` makes it, up to the first such word."""
    return _kept(text, normalised=False)


def own_text(text: str, code: Callable[[str], str] = str) -> str:
    """Return a sentence as the compiler wrote it, up to such a word.

    ``code`` is asked for what stands in the place of a piece of code in quotes.
    """
    told = _TOLD.match(text)
    left = text if told is None else told[0]
    found = ""
    for place, piece in enumerate(CODE.split(left)):
        kept = f"`{code(piece)}`" if place % 2 else _kept(piece, normalised=False)
        found += kept
        if not place % 2 and kept != piece:
            return f"{found.rstrip().rstrip(_MORE)}{_MORE}"
    return found if left == text else f"{found}{_MORE}"


def names_in(*codes: str) -> frozenset[str]:
    """Return the names that stand in pieces of code."""
    return frozenset(name for code in codes for name in _NAME.findall(code))


class Quoted:
    """What leaves of the code that the sentences of one diagnostic quote.

    ``shown`` are the names that leave anyway. In the place of any other that is neither std's nor
    a word of rustc's stands one that is normalised alike, such as ``Name1``, each time the same.
    """

    def __init__(self, shown: Collection[str]) -> None:
        self._shown = shown
        self._called: dict[str, str] = {}

    def __call__(self, code: str) -> str:
        """Return a piece of code with its names as they may leave."""
        return _NAME.sub(lambda found: self._name(found[0]), code)

    def _name(self, name: str) -> str:
        if name in self._shown or name in COMMON or name.lower() in _VOCABULARY:
            return name
        if name not in self._called:
            word = "Name" if words(f"`{name}`") == ["TY"] else "name"
            used = {*self._shown, *self._called.values()}
            self._called[name] = next(n for i in count(1) if (n := f"{word}{i}") not in used)
        return self._called[name]


def _kept(text: str, *, normalised: bool) -> str:
    told = _TOLD.match(text)
    if told is not None:
        text = told[0]
    for word in _WORD.finditer(text):
        if word[0].lower() in _VOCABULARY or word[0] in _STANDARD:
            continue
        if normalised and (word[0] in _MARKS or word[0] in KNOWN):
            continue
        return text[: word.start()].rstrip()
    return text


_VOCABULARY = _set(
    """
    a aapcs abi able about accept acceptable accepted access accessible accessing accidentally
    acquired acronym across actual actually adding additional address addresses adjusting after
    again against alias aliases aliasing align aligned alignment all allocates allocation allow
    allowed along already also alternatively alternatives always ambiguity ambiguous an analysis
    angle annotate annotated annotating annotations anonymous another any anything api appear
    appears applicable applied apply appropriate arbitrary are aren args argument arguments
    arithmetic arm arms around array arrays arrow ascribe assertion assign assigned assigning
    assignment assignments associated async asynchronous at attached attempt attempted attempts attr
    attribute attributes auto automatically available avoid await awaited awaiting aware backslash
    bad bang bar base be because been before behavior behind being better between binary bind
    binding bindings bits bitwise blank block blocking blocks bodies body bool boolean borrow
    borrowed borrowing borrows both bound bounded bounds box boxed boxing brace braces bracket
    brackets break breakable breaking broken buffer bug building built builtin but by byte c caching
    call called caller calling calls camel can candidate cannot capitalized capture captured
    captures care case cases casting cause cfg chained chains change changed changing channel char
    character characters check checked checker checking checks chooses choosing clarity clause
    clearer clearly clippy cloning closed closing closure closures code codegen coerce coercion
    coherence collapse collapsed collection colon com come comma comment comments common compare
    comparing comparison comparisons compatibility compatible compilation compile compiler
    completing complex compute computing concatenate concatenation concise concrete condition
    conditionally conflicting confused confusing conjunction consider consistently console const
    constant constants constrained constraining constraint constraints construct constructed
    construction constructor consts consult consume consumed contain containing content contents
    context continue convention conventions conversion converted copies copy copying coroutine
    correct corresponding cost could couldn count covered crate crates create created creates
    creating creation cross current currently custom cyclic d dangerous dangling data dead
    declaration declarations declare declared declaring decrement dedicated deduce default defaults
    define defined defines defining definition definitions delete delimiter denote denoted depend
    dependently depends deprecated deprecation depth dereference dereferenced dereferences
    dereferencing derive derived derives desired destructor destructors destructuring desugar
    details detected determined diagnostics didn differ difference different differs digit digits
    directly directory disambiguate discard discouraged discriminant discriminants disjunction
    dispatch distinct distinction div diverge diverges diverging divide doc docs document
    documentation documents does doesn doing don done dot double drop dropped dropping drops due
    duplicate during dyn dynamic dynamically e each early edition editions effect effects efficient
    either elaborating element elements elide elided else elsewhere enable enclosing end endbrace
    endparen ends enforced enforces enough ensure ensuring entire entirely entry enum enumeration
    enums environment equal equality equals equivalent error escape escapes escaping etc evaluate
    evaluated evaluates evaluating evaluation even everything exactly example exceeds except
    exclusive exclusively executing exhaustive exhaustively exhaustivity exist existing exists
    expanding expected expects experimental explicit explicitly export exported exports express
    expressed expression expressions extended extension external extra extract failed fallback falls
    faster fat feature ffi field fields file finish first fit fix fixed flexibility float floating
    flows fn followed following for forbid forbidden force forcing foreign forever forgot form
    formatted formatter formatting formed forms found fragment free freed front full fully function
    functional functions further furthermore future futures g general generate generic generics give
    given giving glob global globals gnu greater guaranteed guard guards guide had hand handle
    handled hard has have having header heap held help here hidden hiding higher highlight hint
    hints hole how html https id identical identifier identifiers if ignore ignored ignoring
    immediately immutable impl implement implementation implementations implemented implementer
    implementing implementor implements implicit implicitly impls import imported importing imports
    in inclusive incompatible inconsistent inconsistently incorrect increasing increment incremented
    indent indentation independent index indexed indexing indicate indices indirection individual
    infer inference inferred infinite infinitely information ing inherent initial initialization
    initialized initializer initializing inner input inserting inside instance instantiated instead
    insufficient integer integers intend intended intent intention intentional intentionally
    interface interior interpreted introduce introduced introducing invalid invalidated invariant
    invariants invocation invoke involves irrefutable is isn issue issues it item items iterate
    iterating iteration iterator iterators its itself just keep key keys keyword kind know known
    label labeled labeling lang large larger largest last late later layout lazy leak least left
    legacy length less let level lib library libstd lifetime lifetimes lifted like likely limit
    limitation limited line link lint lints linux list literal literals live lived lives loaded
    loading loads local logical long longer looks loop loops lower lowercase macro macros made make
    makes making malformed manual manually many mark marked marking match matched matches matching
    max may maybe meaningful means meant meet member mention mentions merged meta method methods
    might migrate min minus mir misaligned misinterpreted mismatch mismatched missing mod modified
    modify modifying module modules modulo more most move moved moves moving multi multiple
    multiplication multiply must mut mutability mutable mutably mutated mutation mutex mutually
    naked name named names namespace necessary need needed needlessly needs negate negated negation
    negative neither nested nesting never newline newtype nightly no nominal non normal nothing now
    null num number numeric object objects obtain obvious occurs of old omit on once one only opaque
    opened opening operands operation operator operators opposite option order org original orphan
    os other otherwise out outcome outer outlive outlives outside over overflow overflowed overflows
    overlap overlapping overlaps overruled overview overwrite overwriting overwritten own ownership
    owning p packed panic panicked panicking parameter parameters parametric paren parent
    parentheses parenthesized parenthesizing parser parsing part partial partially parts pass passed
    passes passing path paths pattern patterns perform performance performs perhaps permitted phased
    place placeholder placing plain please plus point pointer pointers pointing points position
    positional possible possibly postfix power precede precedence predicate predicates prefix
    prefixed prefixing present pretty previous previously primitive prior privacy private produce
    produces producing program promoted propagating properly properties provide provided provides
    pub public publicly purpose pushed qualified qualifier qualifiers qualify quantification queries
    query question quote quotes races range ranges ranked re reach reachable reached readable
    readably really reassignments reborrow reborrowed reborrows receiver recent recursing recursion
    recursive redefined reduce reducing redundant ref refactor refer reference referenced references
    referencing referred referring refers refmut refutability refutable regular reimplementing
    reimplements reimported relaxed release relevant rely remainder remains removed removing
    renaming reorder repeatedly repeating replacing representation representations reprs require
    required requirement requirements requires reserved resolution resolve resolves resolving rest
    restrict restricted restricting restriction restrictions restructuring result resulting results
    retry return returned returning returns reuse review rewritten right rmeta root rs rules run
    running runs runtime rust rustc rustdoc rustlib rustup s safe safely same satisfied satisfy
    satisfying save say scope scoped second section see seem self semantically semantics semicolon
    sent separated sequence set severity shadow shadowed shadows share shared shift shorthand should
    shown side signature signatures signed similar similarly simplified simplifying since single
    site sites situation size sized sizes slash slice slices slicing snake so some something sooner
    sound source special specialization specialized specific specified specifier specifiers specify
    specifying stability stable stack standard start starts state statement statements static
    statically statics still store stored stores storing str stricter string strings stripping
    struct structs structure style substitute subsumed succinctly such suffix summing super
    supertraits supplied supply supported supposed suppress sure surround surrounding suspicious
    swap swapping switch symbol syntax system t tail taken takes target targets temporaries
    temporary terminated terminating ternary test tested tests text than that the their them
    themselves there therefore these they thin this those threads through time times to together
    token tokens too tool toolchains total towards trailing trait traits transitively transmute
    transparent trim trivial trying tuple turning twice two type types ub unaligned unary unclosed
    uncommon unconstrained uncovered undeclared undefined underlying underscore unexpected unicode
    unimplemented uninferred uninhabited uninitialized unintentional unions unique unit units
    unknown unlabeled unless unlike unlinked unnecessary unneeded unreachable unrecognized
    unresolved unsafe unsatisfied unsigned unstable unsupported unterminated until unused unwrap
    unwrapping update upholds upper usable usage use used useless uses using usually valid value
    values variable variables variadic variance variant variants vary vector vectors version very
    via violate violations visibilities visibility visible visit vtable want warnings was way ways
    well were what when where whether which while whitespace whole whose wide wildcard will with
    within without won would wrap wrapped wrapper wrapping writing written wrong yet yields you your
    zero
    """
)
