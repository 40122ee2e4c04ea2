"""``python -m parkwatch.cli``."""

from parkwatch.cli import main

main()
