"""Everything that runs cargo: workspaces, messages, private copies, checks, verdicts."""
