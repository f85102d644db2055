"""The language model: the client, what is sent, and how answers are read."""
