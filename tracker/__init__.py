"""Who said what, through whom, and what is still unverified."""

__version__ = "0.1.0"
