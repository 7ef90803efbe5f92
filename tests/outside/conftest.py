"""The command line as the tests of tests/cli call it, for tests that need programs beside Python."""

from tests.cli.conftest import call

__all__ = ["call"]
