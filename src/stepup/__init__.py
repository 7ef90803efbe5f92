"""stepup: a private notebook in the terminal for finding one's own pace."""

__version__ = "0.1.0"
