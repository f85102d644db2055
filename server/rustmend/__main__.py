"""``python -m rustmend`` is the same as ``rustmend``."""

from rustmend.cli import main

if __name__ == "__main__":
    main()
