"""What tests of every kind share: the database, committed data, real servers and processes, waiting on conditions."""
