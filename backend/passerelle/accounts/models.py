"""People who sign in, and who of them belongs to the team."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.models import Session
from django.db import models
from django.db.models.functions import Lower

from passerelle.domain.devices import Browser, System
from passerelle.domain.roles import TeamRole


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """Create someone who can sign in; without a password, by e-mailed code only."""
        user = self.model(email=email.strip().lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with an account. What they may do comes from memberships, never from a flag here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    locale = models.CharField(max_length=12, blank=True, default="")
    """The language they chose to read in; empty until they, or who invited them, chose one."""
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [
            # One account a mailbox: capitals do not make another person.
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="accounts_email_in_lower_case")
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    """Someone of the team and what they are in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="team_member")
    role = models.CharField(max_length=24, choices=[(role.value, role.value) for role in TeamRole])
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=[r.value for r in TeamRole]), name="accounts_team_role_known")
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.role})"


class SignIn(models.Model):
    """Where somebody is signed in, for as long as that session lasts: it goes with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.DB_CASCADE, related_name="sign_ins")
    session = models.OneToOneField(Session, on_delete=models.DB_CASCADE, related_name="sign_in")
    browser = models.CharField(max_length=16, choices=[(word.value, word.value) for word in Browser])
    system = models.CharField(max_length=16, choices=[(word.value, word.value) for word in System])
    since = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(browser__in=[word.value for word in Browser]), name="accounts_browser_known"
            ),
            models.CheckConstraint(
                condition=models.Q(system__in=[word.value for word in System]), name="accounts_system_known"
            ),
            models.CheckConstraint(condition=models.Q(seen__gte=models.F("since")), name="accounts_seen_since"),
        ]

    def __str__(self) -> str:
        return f"{self.browser} ({self.system})"


class SharedEntry(models.Model):
    """What all processes share for a while (``accounts.shared``). ``key`` tells nobody what it is of."""

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"until {self.until}"
