"""Taosha: facts one can trust from raw scraped Chinese pages."""
