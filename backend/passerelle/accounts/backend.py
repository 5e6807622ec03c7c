"""Who a session belongs to, read with what they are to the product: every request asks both."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from passerelle.accounts.actors import with_facets
from passerelle.accounts.models import User


class AccountBackend(AuthenticationBackend):  # type: ignore[misc]
    """django-allauth's, but for that one statement."""

    def get_user(self, user_id: UUID) -> User | None:
        user = with_facets(User.objects.filter(pk=user_id)).first()
        return user if user is not None and self.user_can_authenticate(user) else None
