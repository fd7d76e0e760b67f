"""What an editor is asked in the middle of an action: dialogs, and what becomes of the answers."""
