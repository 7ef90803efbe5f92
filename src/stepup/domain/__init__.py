"""What the program is about: pure models and rules, no I/O, no clock, no language."""
