"""The seed portal: five local web sites that show the five seeds in the markup of the sites that they came from."""

from seeds.server.serve import SeedPortal, serve

__all__ = ["SeedPortal", "serve"]
