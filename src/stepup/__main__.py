"""Start stepup. The version is answered here, before anything else is loaded."""

import sys

from stepup import __version__


def main() -> int:
    """Run the command line and return its exit code: 0 done, 1 could not, 2 wrong usage."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"stepup {__version__}\n")
        return 0
    from stepup.cli.start import start

    return start(arguments)


if __name__ == "__main__":
    sys.exit(main())
