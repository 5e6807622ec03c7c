from django.urls import path

from passerelle.journal.api.views import JournalView

urlpatterns = [path("journal", JournalView.as_view(), name="journal")]
