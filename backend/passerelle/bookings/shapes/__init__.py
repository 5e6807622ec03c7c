"""What the API shows of bookings: one dataclass a card. Selectors fill them, the OpenAPI document is drawn from them."""
