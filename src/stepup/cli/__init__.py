"""The command line: one module a family of commands, every heavy import inside a handler."""
