"""What the cookies are called."""

SESSION, CSRF = "sessionid", "csrftoken"


def named(name: str, *, https: bool) -> str:
    """``name``, and over https the prefix by which browsers take it from no other host and no path, and send it to no other."""
    return f"__Host-{name}" if https else name
