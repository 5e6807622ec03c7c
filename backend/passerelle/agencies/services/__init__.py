"""Everything that changes a partner: the agency and its members, its sites, its groups. One file per noun."""
