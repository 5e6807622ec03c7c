"""The demo world: invented people, and six Fridays told as the acts that made them."""
