"""Compile the message catalogue while the package is built, for wheels and editable installs."""

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Make every .mo from its .po before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002
        """Write the compiled catalogues beside their sources."""
        sys.path.insert(0, str(Path(self.root) / "scripts"))
        try:
            from catalogue import compile_catalogues
        finally:
            del sys.path[0]
        compile_catalogues()
