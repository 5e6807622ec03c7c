from django.apps import AppConfig


class BookingsConfig(AppConfig):
    name = "passerelle.bookings"
