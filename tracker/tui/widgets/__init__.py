"""What the desk's screens are made of."""
