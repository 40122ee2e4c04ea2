"""``python -m parkwatch.cli``."""

from parkwatch.cli import cli

if __name__ == "__main__":
    cli()
