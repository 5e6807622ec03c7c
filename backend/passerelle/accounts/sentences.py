"""What Django and django-allauth say at the sign-in, marked here so that our catalogs say it too, in every language."""


def _(message: str) -> str:
    return message


OF_THE_FRAMEWORKS = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("This account is currently inactive."),
    _("The email address and/or password you specified are not correct."),
    _("Incorrect code."),
    _("Too many failed login attempts. Try again later."),
    _("Be patient, you are sending too many requests."),
)
