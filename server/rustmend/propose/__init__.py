"""Sources of candidates, what speaks against a candidate, and their order."""

from rustmend.propose.context import CandidateSource, Context
from rustmend.propose.proposer import Proposer

__all__ = ["CandidateSource", "Context", "Proposer"]
