from django.urls import path

from passerelle.demo.api.views import DemoPeopleView, DemoSignInView

urlpatterns = [
    path("demo/people", DemoPeopleView.as_view(), name="demo-people"),
    path("demo/sign-in", DemoSignInView.as_view(), name="demo-sign-in"),
]
