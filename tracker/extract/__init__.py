"""An article becomes proposals: who said what, through whom; pure functions, no disk, no clock."""
