"""Which parts of the apps say what is known of people, forget it, and take it away (settings of the same names)."""

# What is known of people, and what is to be said of it: each app registers its own fields (common.register).
REGISTERS = [
    f"passerelle.{app}.personal.REGISTER"
    for app in ["common", "journal", "accounts", "agencies", "interpreters", "availability", "bookings", "imports"]
]

# Who takes away what is known of a person who is erased, the apps that know of the others first (common.erasing).
ERASING = [
    "passerelle.bookings.erasing.require_done",
    "passerelle.availability.erasing.erase_days",
    "passerelle.interpreters.erasing.erase_interpreter",
    "passerelle.agencies.erasing.erase_memberships",
    "passerelle.accounts.erasing.erase_account",
    "passerelle.common.idempotency.erase_answers",
]

# What is kept for a while only, and who forgets it when that is over (common.retention).
FORGETTING = [
    "passerelle.common.idempotency.FORGETTING",
    "passerelle.common.accesses.FORGETTING",
    *(f"passerelle.{app}.forgetting.FORGETTING" for app in ["accounts", "interpreters", "availability"]),
    "passerelle.bookings.services.forgetting.FORGETTING",
    "passerelle.imports.forgetting.FORGETTING",
]
