import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { kindsOf, THINGS } from "../../desk/changes";
import { Unread } from "../../ui/states";
import { type Filters, useTeam } from "./queries";

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
  const found = useTeam();
  const team = found.data ?? [];
  const kinds = useKinds(filters.type ?? "");
  const set = (name: keyof Filters, value: string) => choose({ ...filters, [name]: value });
  const members = team.map(({ user, name }) => ({ value: user, label: name }));
  // Somebody chosen from the list below may be a partner or an interpreter.
  const other = filters.who && !members.some(({ value }) => value === filters.who);
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
      <NativeSelect
        label={t`Who`}
        value={filters.who ?? ""}
        onChange={(event) => set("who", event.currentTarget.value)}
        data={[
          { value: "", label: t`Everyone` },
          ...(other ? [{ value: filters.who ?? "", label: t`The one you chose` }] : []),
          ...members,
        ]}
      />
      <TextInput
        label={t`From`}
        type="date"
        value={filters.from ?? ""}
        onChange={(event) => set("from", event.currentTarget.value)}
      />
      <TextInput
        label={t`Until`}
        type="date"
        value={filters.to ?? ""}
        onChange={(event) => set("to", event.currentTarget.value)}
      />
      <Unread of={found} />
      {Object.values(filters).some(Boolean) && (
        <button type="button" className="plain" onClick={() => choose({})}>
          {filters.thing ? <Trans>Only one thing is shown. Show all</Trans> : <Trans>Show all</Trans>}
        </button>
      )}
    </search>
  );
}
