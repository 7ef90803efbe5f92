"""Readers of other programs' files, one module each: a file and answers in, an `Incoming` out."""
