from django.urls import path

from passerelle.interpreters.api.views import InterpretersView

urlpatterns = [path("interpreters", InterpretersView.as_view(), name="interpreters")]
