"""Compare: claims become events and proposed relations, facet by facet, with a reason."""
