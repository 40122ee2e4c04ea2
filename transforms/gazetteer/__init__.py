"""Parks and places: the table of zones, and what an article names."""

from transforms.gazetteer.about import likeliest_place, main_place
from transforms.gazetteer.divisions import Place
from transforms.gazetteer.mentions import ParkMention
from transforms.gazetteer.parks import find_parks, park_names
from transforms.gazetteer.places import PlaceMention, find_places
from transforms.gazetteer.table import Park, canonical, park_table

__all__ = [
    "Park", "ParkMention", "Place", "PlaceMention", "canonical", "find_parks", "find_places", "likeliest_place", "main_place",
    "park_names", "park_table",
]
