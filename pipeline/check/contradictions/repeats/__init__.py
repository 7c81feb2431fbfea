"""One fact told twice with two figures."""
