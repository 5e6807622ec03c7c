"""Who may know what, and that nobody is told more: each part is a module with ``measure(scale)``."""

NAMES = ("texts", "revocation", "unwoken", "canaries", "rules", "twins")
