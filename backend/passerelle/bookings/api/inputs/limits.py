"""What bounds the fields of several inputs."""

PEOPLE = {"min_value": 0, "max_value": 500}
NOTE = {"max_length": 500, "allow_blank": True}
ONE_OF_EACH = {"max_length": 12}
REASON = {"max_length": 240, "allow_blank": False}
