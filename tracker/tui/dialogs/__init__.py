"""Small questions, asked above a screen."""
