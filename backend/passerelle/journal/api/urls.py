from django.urls import path

from passerelle.journal.api.audit import AuditView
from passerelle.journal.api.views import JournalView

urlpatterns = [
    path("audit", AuditView.as_view(), name="audit"),
    path("journal", JournalView.as_view(), name="journal"),
]
