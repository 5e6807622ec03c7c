"""Live screens: what the journal tells, to the sockets that may hear it. This app never writes.

The journal wakes one ``hub`` a process, which reads each new line once and hands every socket what its person
may hear (``rights``), as ``frames``. The Channels ``consumer`` owns the socket; its ``outbox`` is bounded.
"""
