"""The parts of the grammar of numbers; its door is tracker.domain.figure_grammar."""
