"""The record of one park that a text names."""

from __future__ import annotations

from parkwatch.record import record
from transforms.gazetteer.names import family_of


@record
class ParkMention:
    """One park as a text names it."""

    start: int
    end: int
    text: str
    name: str  # the fullest name that the article settles; empty for a bare word that it does not
    park_id: str | None
    known: bool  # whether the table holds it
    generic: bool = False  # a bare 园区, 开发区, 保税区; ``name`` and ``park_id`` are then what it most likely means

    def moved(self, by: int) -> ParkMention:
        """The same, so many code points on."""
        return ParkMention(
            self.start + by, self.end + by, self.text, self.name, self.park_id, self.known, self.generic
        )

    def called(self, name: str) -> ParkMention:
        """The same words under another name, as a name that no table holds."""
        return ParkMention(self.start, self.end, self.text, name, None, False)


def stands_for(kind: str, mention: ParkMention) -> bool:
    """Whether a bare kind (开发区, 综保区, 园区) can mean a park that was named."""
    if kind in {"园区", "示范区"}:
        return True
    if kind == "开发区":
        return mention.name.endswith("开发区")
    if kind == "港区":  # of 太仓港经济技术开发区
        return "港" in mention.name[:-2]
    ending, forms = family_of(mention.name)
    return mention.name.endswith(kind) or (bool(forms) and kind in forms and ending in forms)
