"""Django REST framework with nothing around it: one table, one list of twenty, no middleware, nobody signed in.

Run as the product is (gunicorn's threads, psycopg's pool): what a list costs before it is ours.
"""

import os
from typing import Any

import dj_database_url
import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import path

SHOWN = 20
FIELDS = ("id", "owner", "title", "state", "note", "starts_at", "ends_at", "version")

_database: dict[str, Any] = {**dj_database_url.parse(os.environ["DATABASE_URL"])}
settings.configure(
    DATABASES={"default": {**_database, "OPTIONS": {**_database.get("OPTIONS", {}), "pool": {"min_size": 1, "max_size": 12}}}},
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"],
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    USE_TZ=True,
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "UNAUTHENTICATED_USER": None,
    },
)
django.setup()

# Models and views can be made once Django is set up.
from django.db import models  # noqa: E402
from rest_framework.generics import ListAPIView  # noqa: E402
from rest_framework.serializers import ModelSerializer  # noqa: E402


class Item(models.Model):
    id = models.UUIDField(primary_key=True)
    owner = models.IntegerField()
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=12)
    note = models.CharField(max_length=1000)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    version = models.PositiveIntegerField()

    class Meta:
        app_label = "bare"
        db_table = "item"

    def __str__(self) -> str:
        return self.title


class ItemSerializer(ModelSerializer[Item]):
    class Meta:
        model = Item
        fields = FIELDS


class Items(ListAPIView[Item]):
    serializer_class = ItemSerializer

    def get_queryset(self) -> "models.QuerySet[Item]":
        return Item._default_manager.filter(owner=1).order_by("starts_at", "id")[:SHOWN]


urlpatterns = [path("items", Items.as_view())]
application = get_wsgi_application()
