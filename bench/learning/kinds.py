"""The kinds of repair, fixed before anything was measured: each undoes one kind of slip.

Left out of the slips are those whose repair cannot be known from what is left (a removed match
arm, argument, field, method, ``let``) and those whose repair is to take a statement away.
"""

from slips import KINDS

NAMES = (
    "& dropped", "& added", "&mut dropped", "&mut to &", "receiver changed", "mut dropped",
    "* dropped", "* added", "? dropped", "? added", ".clone() dropped", ".to_string() dropped",
    ".into() dropped", ".as_ref() dropped", ".iter() dropped", ".unwrap() dropped",
    ".to_string() added", ".to_owned() added", ".into() added", ".as_ref() added",
    ".iter() added", ".collect() added", ".unwrap() added", "use dropped", "pub dropped",
    "self. dropped", "self. added", "return dropped", "; dropped", "; added", "comma dropped",
    "parenthesis dropped", "Ok(…) removed", "Some(…) removed", "Ok(…) added", "Some(…) added",
    "derive removed", "bound removed", "lifetime removed", "return type removed", "cast removed",
    "arguments swapped", "integer type changed", "name misspelt", "async added", ".await added",
)  # fmt: skip
CHOSEN = tuple(kind for name in NAMES for kind in KINDS if kind.name == name)
