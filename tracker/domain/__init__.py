"""The words of the trade: frozen values and the rules on them."""
