"""The ledger as other programs read it: JSON, CSV, ClaimReview."""
