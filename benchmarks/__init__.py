"""Every budget of speed and memory that applies, as a ratio, in one run: `python -m benchmarks`."""
