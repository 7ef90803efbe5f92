"""The terminal program: screens, widgets, keys. It knows the notebook, never the vault."""
