"""From a page's bytes to the article that its reader sees: charset, body, title, date, source, reporters."""

from transforms.article.errors import UnreadablePage
from transforms.article.html import read_html
from transforms.article.parts import PartPage
from transforms.article.text import read_text

__all__ = ["PartPage", "UnreadablePage", "read_html", "read_text"]
