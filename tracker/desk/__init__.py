"""What an editor can ask for: one class per subject, one transaction per method."""
