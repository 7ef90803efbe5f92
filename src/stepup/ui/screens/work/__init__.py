"""The views of Work: one module each, and the lines that stand on them."""
