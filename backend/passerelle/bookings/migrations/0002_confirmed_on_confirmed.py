"""A confirmed session only on a confirmed visit: kept by the database, from both sides.

Constraint triggers, deferred to the end of the transaction, because confirming a day changes both rows in it.
``FOR SHARE`` on the visit makes "confirm a session" and "cancel the day" wait for each other.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION bookings_session_needs_confirmed_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM bookings_session s WHERE s.id = NEW.id AND s.state = 'confirmed';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM bookings_visit v JOIN bookings_session s ON s.visit_id = v.id
        WHERE s.id = NEW.id AND v.state = 'confirmed' FOR SHARE OF v;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'a confirmed session needs a confirmed visit'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'bookings_confirmed_on_confirmed';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER bookings_confirmed_on_confirmed AFTER INSERT OR UPDATE OF state, visit_id ON bookings_session
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'confirmed')
    EXECUTE FUNCTION bookings_session_needs_confirmed_visit();

CREATE FUNCTION bookings_visit_keeps_confirmed_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM bookings_session s JOIN bookings_visit v ON v.id = s.visit_id
        WHERE v.id = NEW.id AND s.state = 'confirmed' AND v.state <> 'confirmed';
    IF FOUND THEN
        RAISE EXCEPTION 'this visit still has confirmed sessions'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'bookings_visit_keeps_confirmed';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER bookings_visit_keeps_confirmed AFTER UPDATE OF state ON bookings_visit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state = 'confirmed' AND NEW.state <> 'confirmed')
    EXECUTE FUNCTION bookings_visit_keeps_confirmed_sessions();
"""

BACKWARD = """
DROP TRIGGER bookings_visit_keeps_confirmed ON bookings_visit;
DROP FUNCTION bookings_visit_keeps_confirmed_sessions();
DROP TRIGGER bookings_confirmed_on_confirmed ON bookings_session;
DROP FUNCTION bookings_session_needs_confirmed_visit();
"""


class Migration(migrations.Migration):
    dependencies = [("bookings", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
