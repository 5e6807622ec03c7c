"""Numbers in commit order, a wake-up at commit, and nothing in the journal edited.

Why a counter row and not a sequence: ids are handed out before commit, so a reader that remembers the highest
id it saw skips rows of slower transactions. The deferred trigger runs inside COMMIT; the row lock on the
counter makes the order of numbers the order of commits.
"""

from django.db import migrations

FORWARD = """
INSERT INTO journal_counter (id, last) VALUES (1, 0);

CREATE FUNCTION journal_take_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE taken bigint;
BEGIN
    UPDATE journal_counter SET last = last + 1 WHERE id = 1 RETURNING last INTO STRICT taken;
    UPDATE journal_change SET number = taken WHERE id = NEW.id;
    PERFORM pg_notify('journal', taken::text);
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER journal_number_at_commit AFTER INSERT ON journal_change
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_take_number();

CREATE FUNCTION journal_refuse_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.number IS NULL AND NEW.number IS NOT NULL
       AND to_jsonb(OLD) - 'number' = to_jsonb(NEW) - 'number' THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' AND NEW.number IS NULL THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the journal is only appended to' USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER journal_append_only BEFORE INSERT OR UPDATE OR DELETE ON journal_change
    FOR EACH ROW EXECUTE FUNCTION journal_refuse_edit();
CREATE TRIGGER journal_never_truncated BEFORE TRUNCATE ON journal_change
    FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse_edit();
"""

BACKWARD = """
DROP TRIGGER journal_never_truncated ON journal_change;
DROP TRIGGER journal_append_only ON journal_change;
DROP TRIGGER journal_number_at_commit ON journal_change;
DROP FUNCTION journal_refuse_edit();
DROP FUNCTION journal_take_number();
DELETE FROM journal_counter;
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
