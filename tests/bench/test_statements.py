"""What counts as a statement of the act, and what is only around it."""

from bench.statements import count


def test_what_opens_ends_and_checks_is_counted_beside_what_reads_and_writes() -> None:
    sent = [
        "",
        "BEGIN",
        'SELECT "id" FROM "a"',
        "SAVEPOINT s",
        "UPDATE a SET b = 1",
        "RELEASE SAVEPOINT s",
        "COMMIT",
        "SELECT 1",
        'SELECT 1 AS "a" FROM "b" LIMIT 1',
    ]
    assert count(sent) == (3, 6)
