"""The embedded PostgreSQL: binaries from the package index, one server per home, ended by its last holder."""
