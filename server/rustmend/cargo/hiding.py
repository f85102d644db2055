"""Which errors rustc can have kept back because of another one.

Compilation of a crate goes in phases, and an error in one keeps later ones from
looking at what it tainted. The order below was measured with rustc 1.95 on 24 kinds of
errors, two at a time in one body; ARCHITECTURE.md has the table.
"""

import re
from enum import IntEnum

from rustmend.domain import Diagnostic


class Phase(IntEnum):
    """When rustc finds an error; within one body an earlier phase hides the later ones."""

    DELIMITER = 0
    PARSE = 1
    RESOLVE = 2
    TYPE = 3
    INFER = 4
    MATCH = 5
    BORROW = 6
    LINT = 7


_DELIMITER = re.compile(
    r"unclosed delimiter|mismatched closing delimiter|unexpected closing delimiter"
    r"|unterminated|unknown start of token"
)
_BORROW = re.compile(r"lifetime may not live long enough|borrowed data escapes|captured variable")
_RESOLVE = re.compile(r"cannot find (?:macro|attribute|derive macro)|unresolved|failed to resolve")

_BY_CODE: dict[str, Phase] = {
    code: phase
    for phase, codes in {
        Phase.DELIMITER: "E0758 E0762 E0763 E0765 E0766",
        Phase.PARSE: "E0583 E0584 E0585 E0586 E0753 E0768",
        Phase.RESOLVE: (
            "E0401 E0403 E0404 E0405 E0407 E0408 E0411 E0412 E0415 E0416 E0422 E0423 E0424 E0425 "
            "E0426 E0428 E0429 E0430 E0431 E0432 E0433 E0434 E0435 E0437 E0438 E0530 E0531 E0532 "
            "E0573 E0574 E0575 E0576 E0603"
        ),
        Phase.INFER: "E0282 E0283 E0284 E0790",
        Phase.MATCH: "E0004 E0005 E0133",
        Phase.BORROW: (
            "E0373 E0381 E0382 E0384 E0499 E0501 E0502 E0503 E0505 E0506 E0507 E0508 E0509 E0510 "
            "E0515 E0521 E0594 E0596 E0597 E0621 E0626 E0712 E0713 E0716"
        ),
        Phase.LINT: "E0080",
    }.items()
    for code in codes.split()
}


def phase(diagnostic: Diagnostic) -> Phase:
    """Return the phase that reports ``diagnostic``; an unknown code counts as a type error."""
    code = diagnostic.code
    if code is None:
        if _DELIMITER.search(diagnostic.message):
            return Phase.DELIMITER
        if _BORROW.search(diagnostic.message):
            return Phase.BORROW
        return Phase.RESOLVE if _RESOLVE.search(diagnostic.message) else Phase.PARSE
    if not re.fullmatch(r"E\d{4}", code):
        return Phase.LINT
    return _BY_CODE.get(code, Phase.TYPE)


def hides_in_body(earlier: Diagnostic, later: Diagnostic) -> bool:
    """Whether ``earlier`` keeps rustc from reporting ``later`` in the same body."""
    first, second = phase(earlier), phase(later)
    # parse and name errors do not stop the type checker, so those pairs are never certain
    return first < second and second >= Phase.INFER
