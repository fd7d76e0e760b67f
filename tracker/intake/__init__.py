"""What comes from outside becomes values of the domain."""
