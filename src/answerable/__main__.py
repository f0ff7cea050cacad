"""`python -m answerable` is the `answerable` command."""

from answerable.cli.main import main

if __name__ == "__main__":
    main()
