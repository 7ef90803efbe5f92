"""An invented person's life, written into a vault of its own."""

from stepup.demo.build import write_demo

__all__ = ["write_demo"]
