"""What the frameworks say by themselves, marked here so that our catalogs say it too, in every language."""


def _(message: str) -> str:
    return message


OF_THE_FRAMEWORKS = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("This account is currently inactive."),
    _("The email address and/or password you specified are not correct."),
    _("Incorrect code."),
    _("Be patient, you are sending too many requests."),
)

OF_READING = (
    _("This field may not be blank."),
    _("This field may not be null."),
    _("Ensure this field has no more than {max_length} characters."),
    _("Not a valid string."),
    _("Null characters are not allowed."),
    _('"{input}" is not a valid choice.'),
    _("Must be a valid boolean."),
    _("A valid integer is required."),
    _("String value too large."),
    _("Ensure this value is less than or equal to {max_value}."),
    _("Ensure this value is greater than or equal to {min_value}."),
    _("Date has wrong format. Use one of these formats instead: {format}."),
    _('Expected a list of items but got type "{input_type}".'),
    _("Must be a valid UUID."),
)
"""What is said of a body that an interpreter's screen may send, where a field is not what it must be."""
