import { NativeSelect, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Unread } from "../../ui/states";
import { useTeam } from "./queries";

interface Shared {
  who?: string;
  thing?: string;
  from?: string;
  to?: string;
}

interface Props<F extends Shared> {
  filters: F;
  choose: (filters: F) => void;
  clear: () => void;
}

function Who<F extends Shared>({ filters, choose }: Omit<Props<F>, "clear">) {
  const { t } = useLingui();
  const found = useTeam();
  const members = (found.data ?? []).map(({ user, name }) => ({ value: user, label: name }));
  // Somebody chosen from the list below may be a partner or an interpreter.
  const other = filters.who && !members.some(({ value }) => value === filters.who);
  return (
    <>
      <NativeSelect
        label={t`Who`}
        value={filters.who ?? ""}
        onChange={(event) => choose({ ...filters, who: event.currentTarget.value })}
        data={[
          { value: "", label: t`Everyone` },
          ...(other ? [{ value: filters.who ?? "", label: t`The one you chose` }] : []),
          ...members,
        ]}
      />
      <Unread of={found} />
    </>
  );
}

/** By person and by day, and a way back to everything. */
export function WhoAndWhen<F extends Shared>({ filters, choose, clear }: Props<F>) {
  const { t } = useLingui();
  return (
    <>
      <Who filters={filters} choose={choose} />
      <TextInput
        label={t`From`}
        type="date"
        value={filters.from ?? ""}
        onChange={(event) => choose({ ...filters, from: event.currentTarget.value })}
      />
      <TextInput
        label={t`Until`}
        type="date"
        value={filters.to ?? ""}
        onChange={(event) => choose({ ...filters, to: event.currentTarget.value })}
      />
      {Object.values(filters).some(Boolean) && (
        <button type="button" className="plain" onClick={clear}>
          {filters.thing ? <Trans>Only one thing is shown. Show all</Trans> : <Trans>Show all</Trans>}
        </button>
      )}
    </>
  );
}
