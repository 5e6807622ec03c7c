"""Everything that changes a booking. One file per noun of what is done; each public function is one act.

An act takes keyword arguments only, ``now`` and ``actor`` last, runs in one transaction, and either does all of
it (rows, then the journal) or refuses with every reason and changes nothing.
"""
