"""Every kind of import there is."""

from passerelle.domain.words import ImportKind
from passerelle.imports.kinds.fridays import Fridays
from passerelle.imports.kinds.interpreters import Interpreters
from passerelle.imports.kinds.partners import Partners
from passerelle.imports.kinds.planning import Kind

KINDS: dict[ImportKind, Kind] = {kind.kind: kind for kind in (Interpreters(), Partners(), Fridays())}
