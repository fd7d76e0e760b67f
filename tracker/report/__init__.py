"""A view of claims becomes text: what a report says, and how it looks."""
