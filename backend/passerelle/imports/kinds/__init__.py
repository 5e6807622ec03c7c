"""What each kind of import reads from a row, and what it writes. One file per kind; ``KINDS`` knows them all."""
