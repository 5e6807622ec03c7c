"""How often one may try to sign in (decision 41). django-allauth counts; what is not named here has its own limits.

Of an address (``ip``): an office comes all at once through one, an attacker comes all day. So there is room for sixty
people who sign in within minutes, some of them twice, and over ten minutes it is little. Of an account (``key``): few tries,
whoever makes them from wherever. What is of the account stands first: a try that it refuses does not count against the
address, and so nobody's colleagues are kept out by what somebody does to one account.
"""

LIMITS = {
    # Passwords, right or wrong: each costs the server a hash, which is made to be slow.
    "login": "200/10m/ip",
    # Wrong ones. The few an hour cost the account's owner the password for that hour at most, and never the code.
    "login_failed": "5/5m/key,20/h/key,100/10m/ip",
    # Codes for one account. That many mails an hour at most, whoever asks for them;
    "request_login_code": "30/h/key,200/10m/ip",
    # and from one address fewer than that: who asks for them in somebody's place leaves enough for the owner.
    "request_login_code_here": "3/m/key,10/h/key",
    # No screen offers it, and it sends mail all the same.
    "reset_password": "3/m/key,10/h/key,200/10m/ip",
}
"""Times / time / of what. An action ends in the first of its limits that is reached."""
