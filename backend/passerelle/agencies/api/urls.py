from django.urls import path

from passerelle.agencies.api.views import AgenciesView, GroupsView, MembersView, OneMemberView

urlpatterns = [
    path("groups", GroupsView.as_view(), name="groups"),
    path("agencies", AgenciesView.as_view(), name="agencies"),
    path("agencies/<uuid:pk>/members", MembersView.as_view(), name="agency-members"),
    path("agencies/<uuid:pk>/members/<uuid:member>", OneMemberView.as_view(), name="agency-member"),
]
