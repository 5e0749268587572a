"""The version, alone, so that whatever says it need not know the rest of the program."""

__version__ = "0.1.0"
