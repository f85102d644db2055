"""What is known about mistakes: curated entries, their index, the journal of past fixes."""
