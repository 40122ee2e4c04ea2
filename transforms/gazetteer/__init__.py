"""Parks and places: the table of zones, and what an article names."""

from transforms.gazetteer.about import is_compared, is_visited, likeliest_place, main_place
from transforms.gazetteer.divisions import Place, as_printed, parents
from transforms.gazetteer.forms import bare_kinds, names_nothing, titled_kinds
from transforms.gazetteer.mentions import ParkMention, stands_for
from transforms.gazetteer.parks import find_parks, park_names
from transforms.gazetteer.places import PlaceMention, find_places
from transforms.gazetteer.table import Park, canonical, park_table

__all__ = [
    "Park", "ParkMention", "Place", "PlaceMention", "as_printed", "bare_kinds", "canonical", "find_parks", "find_places",
    "is_compared", "is_visited", "likeliest_place", "main_place", "names_nothing", "parents", "park_names", "park_table",
    "stands_for", "titled_kinds",
]
