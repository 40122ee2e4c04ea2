"""One report, many copies: ``signature`` is what tells an article's story, ``compare`` how two articles stand to each other."""

from transforms.copies.comparing import compare
from transforms.copies.signing import SIGNATURE_VERSION, signature

__all__ = ["SIGNATURE_VERSION", "compare", "signature"]
