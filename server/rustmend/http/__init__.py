"""The HTTP API and its page (``rustmend serve``)."""
