"""One report, many copies: what of an article tells its story (``signature``), and how two articles stand to each other (``compare``)."""

from transforms.copies.comparing import compare
from transforms.copies.signing import SIGNATURE_VERSION, signature

__all__ = ["SIGNATURE_VERSION", "compare", "signature"]
