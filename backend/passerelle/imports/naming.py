"""What imports are called in the journal."""

from uuid import UUID

from passerelle.imports.models import Import
from passerelle.journal.names import Ids, ThingName


def names(ids: Ids) -> dict[UUID, ThingName]:
    rows = Import.objects.filter(id__in=ids["import"]) if "import" in ids else ()
    return {row.id: ThingName(row.file_name) for row in rows}
