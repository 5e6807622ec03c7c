"""``make bench``: figures instead of beliefs. Each measure is a module; its figures go to ``bench/results.json``."""
