"""A world to measure: a coming Friday through the services, and a past of any length by COPY."""
