"""The kinds of actions, and the commands by the method that runs them."""

FIX_ALL = "source.fixAll.rustmend"
EXPLAIN = "rustmend.explain"
MORE_FIXES = "rustmend.moreFixes"
FIX_WITH_MODEL = "rustmend.fixWithModel"
KINDS = ("quickfix", FIX_ALL, EXPLAIN, MORE_FIXES)

COMMANDS = {
    "rustmend.recheck": "recheck",
    "rustmend.pause": "pause",
    "rustmend.fixAll": "fix_all",
    EXPLAIN: "explain",
    MORE_FIXES: "more_fixes",
    FIX_WITH_MODEL: "fix_with_model",
    "rustmend.listFixes": "list_fixes",
    "rustmend.listPastFixes": "list_past_fixes",
    "rustmend.showPastFix": "show_past_fix",
    "rustmend.forgetPastFix": "forget_past_fix",
    "rustmend.ask": "ask",
    "rustmend.generate": "generate",
    "rustmend.doctor": "doctor",
    "rustmend.logFile": "log_file",
}
