"""The kernel: settings, the typed records that pass between rooms, the command line.

It knows no site, no table and no indicator. Only ``parkwatch.cli`` and ``parkwatch.steps`` wire the rooms together;
every other module here may be imported by any room and imports none.
"""
