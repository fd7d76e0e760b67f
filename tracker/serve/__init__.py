"""The desk in a browser: who may come in, and a desk for each who does."""
