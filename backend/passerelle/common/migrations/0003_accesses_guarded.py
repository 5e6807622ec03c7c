"""Nothing in the log of accesses is changed, and nothing deleted but what is old, by whoever says until when.

``common.accesses.forget_accesses`` says so in ``passerelle.accesses_before``; the moment is the retention's, not the
guard's, which holds that nothing newer goes with it.
"""

from django.db import migrations

FORWARD = """
CREATE FUNCTION common_accesses_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.at <= nullif(current_setting('passerelle.accesses_before', true), '')::timestamptz THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the log of accesses is only appended to' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER common_accesses_append_only BEFORE UPDATE OR DELETE ON common_accessentry
    FOR EACH ROW EXECUTE FUNCTION common_accesses_refuse();
CREATE TRIGGER common_accesses_never_truncated BEFORE TRUNCATE ON common_accessentry
    FOR EACH STATEMENT EXECUTE FUNCTION common_accesses_refuse();
"""

BACKWARD = """
DROP TRIGGER common_accesses_never_truncated ON common_accessentry;
DROP TRIGGER common_accesses_append_only ON common_accessentry;
DROP FUNCTION common_accesses_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("common", "0002_accesses")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
