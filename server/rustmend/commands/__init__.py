"""What the command line does, a module a command; each returns its exit status."""
