"""Sources of candidates, what speaks against a candidate, and their order."""

from rustmend.propose.proposer import CandidateSource, Context, Proposer

__all__ = ["CandidateSource", "Context", "Proposer"]
