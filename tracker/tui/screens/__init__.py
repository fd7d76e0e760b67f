"""The desk's screens: one file each."""
