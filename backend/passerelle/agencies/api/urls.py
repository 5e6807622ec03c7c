from django.urls import path

from passerelle.agencies.api.views import AgenciesView, GroupsView

urlpatterns = [
    path("groups", GroupsView.as_view(), name="groups"),
    path("agencies", AgenciesView.as_view(), name="agencies"),
]
