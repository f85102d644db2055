"""The MCP server: the engine for agents, on stdio or Streamable HTTP.

A tool turns its arguments into domain values and what comes out into a typed result; it
decides nothing. ``mcp`` and ``pydantic`` are imported below this folder only.
"""
