import { Checkbox, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Schema } from "../../api/client";
import { ApiError, byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { dateOfYear } from "../../lib/time/words";
import { ActOrNot } from "../../ui/ActOrNot";
import { StaleChoice } from "../../desk/StaleChoice";
import { Problem } from "../../ui/states";
import { acts } from "./acts";
import { useTeam, type Visit } from "./queries";
import { WhoGoes } from "./WhoGoes";
import { comma, inOneText } from "../../lib/names";

type Edit = Omit<Schema["VisitEditRequest"], "version">;

const FIELDS = new Set(["day", "therapists", "deputy"]);

function editOf(visit: Visit): Edit {
  return {
    day: visit.day,
    therapists: visit.therapists.map(({ id }) => id),
    deputy: visit.deputy?.id ?? null,
    team_cannot_travel: visit.team_cannot_travel ?? false,
  };
}

function useWords() {
  const { t, i18n } = useLingui();
  const team = useTeam().data ?? [];
  const name = (id: string | null) => team.find((member) => member.id === id)?.name ?? "–";
  return (edit: Edit): [string, string][] => [
    [t`Day`, dateOfYear(edit.day, i18n.locale)],
    [t`Therapists asked`, inOneText(edit.therapists.map(name).toSorted(), comma(i18n.locale)) || "–"],
    [t`Deputy of the safeguarding lead`, name(edit.deputy)],
    [t`The team cannot travel`, edit.team_cannot_travel ? t`yes` : t`no`],
  ];
}

/** The day as it should be. Somebody else's edit meanwhile is shown beside this one, to choose. */
export function EditVisit({ visit, close }: { visit: Visit; close: () => void }) {
  const { t } = useLingui();
  const words = useWords();
  const [edit, setEdit] = useState(() => editOf(visit));
  const [version] = useState(visit.version ?? 0);
  const write = useAct(acts.editVisit);
  const problems = byField(write.error);
  const send = (on: number) => write.mutate({ id: visit.id, version: on, ...edit }, { onSuccess: close });
  if (write.error instanceof ApiError && write.error.status === 412) {
    const now = write.error.current as Visit;
    const mine = words(edit);
    return (
      <StaleChoice
        lines={words(editOf(now)).map(([label, said], at) => ({ label, now: said, mine: mine[at]?.[1] }))}
        busy={write.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version ?? 0)}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  return (
    <form className="note stack" onSubmit={submit} noValidate>
      <TextInput
        label={t`Day`}
        type="date"
        size="md"
        value={edit.day}
        error={problems["day"]}
        onChange={(event) => setEdit({ ...edit, day: event.currentTarget.value })}
      />
      <WhoGoes
        therapists={edit.therapists}
        deputy={edit.deputy}
        problems={problems}
        choose={(chosen) => setEdit({ ...edit, ...chosen })}
      />
      <Checkbox
        size="md"
        label={t`The team cannot travel`}
        checked={edit.team_cannot_travel}
        onChange={(event) => setEdit({ ...edit, team_cannot_travel: event.currentTarget.checked })}
      />
      {!Object.keys(problems).some((field) => FIELDS.has(field)) && (
        <Problem tried="form" error={write.error} />
      )}
      <ActOrNot busy={write.isPending} onNot={close}>
        <Trans>Write it</Trans>
      </ActOrNot>
    </form>
  );
}
