import { NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { kindsOf, THINGS } from "../../desk/changes";
import type { Filters } from "./queries";
import { WhoAndWhen } from "./WhoAndWhen";

interface Props {
  filters: Filters;
  choose: (filters: Filters) => void;
}

/** Kinds by their words, each once: several kinds may read the same. */
function useKinds(type: string) {
  const { i18n } = useLingui();
  const known = new Map(kindsOf(type).map(([kind, words]) => [kind, i18n._(words)]));
  return [...known].map(([value, label]) => ({ value, label }));
}

/** By thing, by what happened, by person and by day. All of it stands in the address. */
export function JournalFilters({ filters, choose }: Props) {
  const { t, i18n } = useLingui();
  const kinds = useKinds(filters.type ?? "");
  const set = (name: keyof Filters, value: string) => choose({ ...filters, [name]: value });
  return (
    <search className="row journal-filters">
      <NativeSelect
        label={t`What`}
        value={filters.type ?? ""}
        onChange={(event) => choose({ ...filters, type: event.currentTarget.value, kind: "" })}
        data={[
          { value: "", label: t`Everything` },
          ...Object.entries(THINGS).map(([value, words]) => ({ value, label: i18n._(words) })),
        ]}
      />
      <NativeSelect
        label={t`What happened`}
        value={filters.kind ?? ""}
        onChange={(event) => set("kind", event.currentTarget.value)}
        data={[{ value: "", label: t`Everything` }, ...kinds]}
      />
      <WhoAndWhen filters={filters} choose={choose} clear={() => choose({})} />
    </search>
  );
}
