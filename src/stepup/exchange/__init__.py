"""Formats that other programs read, one module each: pure, records in and bytes out."""
