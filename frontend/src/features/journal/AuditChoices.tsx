import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { kindsOf } from "../../desk/changes";
import { ACCESSES, type AuditFilters } from "./accesses";
import { WhoAndWhen } from "./WhoAndWhen";

interface Props {
  filters: AuditFilters;
  choose: (filters: AuditFilters) => void;
}

/** Kinds by their words, of what is shown. */
function useKinds(show: string) {
  const { i18n } = useLingui();
  const changes = show === "accesses" ? [] : kindsOf("");
  const accesses = show === "changes" ? [] : Object.entries(ACCESSES);
  const known = new Map([...accesses, ...changes].map(([kind, words]) => [kind, i18n._(words)]));
  return [...known].map(([value, label]) => ({ value, label }));
}

/** What of it, by person and by day. All of it stands in the address. */
export function AuditChoices({ filters, choose }: Props) {
  const { t } = useLingui();
  const kinds = useKinds(filters.show ?? "");
  return (
    <search className="row journal-filters">
      <NativeSelect
        label={t`What`}
        value={filters.show ?? ""}
        onChange={(event) => choose({ ...filters, show: event.currentTarget.value, kind: "" })}
        data={[
          { value: "", label: t`Everything` },
          { value: "accesses", label: t`Who came and who looked` },
          { value: "changes", label: t`What changed` },
        ]}
      />
      <NativeSelect
        label={t`What happened`}
        value={filters.kind ?? ""}
        onChange={(event) => choose({ ...filters, kind: event.currentTarget.value })}
        data={[{ value: "", label: t`Everything` }, ...kinds]}
      />
      <WhoAndWhen filters={filters} choose={choose} clear={() => choose({})} />
    </search>
  );
}
