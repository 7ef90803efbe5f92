"""What `stepup import` does, one module each for asking, showing and bringing in."""
