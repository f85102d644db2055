"""The language server: turns requests into domain values and domain values into the protocol.

The main thread speaks the protocol and answers from what is stored; the worker's thread
runs cargo, makes candidates and verifies them. Only values pass between the two.
"""
