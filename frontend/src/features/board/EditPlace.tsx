import { Checkbox, NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Schema } from "../../api/client";
import { ApiError, byField } from "../../api/errors";
import { useAct } from "../../lib/useAct";
import { ActOrNot } from "../../ui/ActOrNot";
import { StaleChoice } from "../../desk/StaleChoice";
import { Problem } from "../../ui/states";
import { LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { acts } from "./acts";
import { EditMeaning } from "./EditMeaning";
import { QUALITIES, SET_BY_TEAM, STRENGTHS } from "./qualities";
import type { Shift } from "./queries";

type Edit = Schema["PlaceInputRequest"];
type Strength = Schema["Strength"];

const VARIETIES_OF: Partial<Record<Schema["Language"], Schema["Variety"][]>> = { ar: ["ar-SD", "apc"] };

function editOf(shift: Shift): Edit {
  const { language, variety, pay, ticket_paid, qualities, named } = shift;
  return { language, variety, pay, ticket_paid, qualities, named: named?.id ?? null };
}

function withQuality(edit: Edit, what: Schema["Quality"], strength: Strength | ""): Edit {
  const others = (edit.qualities ?? []).filter((line) => line.what !== what);
  return { ...edit, qualities: strength ? [...others, { what, strength }] : others };
}

function useWords() {
  const { i18n, t } = useLingui();
  return (edit: Edit): [string, string][] => [
    [
      t`Language`,
      i18n._(LANGUAGES[edit.language]) + (edit.variety ? ` (${i18n._(VARIETIES[edit.variety])})` : ""),
    ],
    [t`Pay`, i18n._(PAY[edit.pay]) + (edit.ticket_paid ? ` · ${t`ticket paid`}` : "")],
    [
      t`Asks for`,
      (edit.qualities ?? [])
        .map(({ what, strength }) => `${i18n._(QUALITIES[what])} (${i18n._(STRENGTHS[strength])})`)
        .join(", ") || "–",
    ],
  ];
}

interface FieldsProps {
  edit: Edit;
  setEdit: (edit: Edit) => void;
  problems: Record<string, string>;
}

function Fields({ edit, setEdit, problems }: FieldsProps) {
  const { t, i18n } = useLingui();
  const strength = (what: Schema["Quality"]) =>
    edit.qualities?.find((line) => line.what === what)?.strength ?? "";
  const varieties = VARIETIES_OF[edit.language] ?? [];
  const asked = SET_BY_TEAM.filter((what) => what !== "variety" || edit.variety);
  return (
    <>
      <div className="row">
        <NativeSelect
          label={t`Language`}
          value={edit.language}
          onChange={(event) =>
            setEdit({
              ...withQuality(edit, "variety", ""),
              language: event.currentTarget.value as Schema["Language"],
              variety: null,
            })
          }
          data={Object.entries(LANGUAGES).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
        {varieties.length > 0 && (
          <NativeSelect
            label={t`Variety`}
            value={edit.variety ?? ""}
            error={problems["variety"]}
            onChange={(event) =>
              setEdit({ ...edit, variety: ((event.currentTarget.value || null) as Edit["variety"]) ?? null })
            }
            data={[
              { value: "", label: t`Any` },
              ...varieties.map((value) => ({ value, label: i18n._(VARIETIES[value]) })),
            ]}
          />
        )}
        <NativeSelect
          label={t`Pay`}
          value={edit.pay}
          onChange={(event) => setEdit({ ...edit, pay: event.currentTarget.value as Schema["Pay"] })}
          data={Object.entries(PAY).map(([value, words]) => ({ value, label: i18n._(words) }))}
        />
      </div>
      <Checkbox
        size="md"
        label={t`The ticket is paid beforehand`}
        checked={edit.ticket_paid ?? false}
        onChange={(event) => setEdit({ ...edit, ticket_paid: event.currentTarget.checked })}
      />
      <div className="row">
        {asked.map((what) => (
          <NativeSelect
            key={what}
            label={i18n._(QUALITIES[what])}
            value={strength(what)}
            onChange={(event) => setEdit(withQuality(edit, what, event.currentTarget.value as Strength | ""))}
            data={[
              { value: "", label: t`not asked for` },
              ...Object.entries(STRENGTHS).map(([value, words]) => ({ value, label: i18n._(words) })),
            ]}
          />
        ))}
      </div>
    </>
  );
}

/** What the place asks for, and before it is written, what that means for those who answered. */
export function EditPlace({ shift, close }: { shift: Shift; close: () => void }) {
  const words = useWords();
  const [edit, setEdit] = useState<Edit>(() => editOf(shift));
  const [version] = useState(shift.version);
  const write = useAct(acts.editShift);
  const stale = write.error instanceof ApiError && write.error.status === 412;
  const now = stale ? ((write.error as ApiError).current as Shift) : null;
  const problems = byField(write.error);
  const send = (on: number) => write.mutate({ id: shift.id, version: on, ...edit }, { onSuccess: close });
  if (now) {
    const mine = words(edit);
    return (
      <StaleChoice
        lines={words(editOf(now)).map(([label, said], at) => ({ label, now: said, mine: mine[at]?.[1] }))}
        busy={write.isPending}
        keepTheirs={close}
        writeMine={() => send(now.version)}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(version);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Fields edit={edit} setEdit={setEdit} problems={problems} />
      <EditMeaning shift={shift} edit={edit} />
      {!problems["variety"] && <Problem tried="form" error={write.error} />}
      <ActOrNot busy={write.isPending} onNot={close}>
        <Trans>Write it</Trans>
      </ActOrNot>
    </form>
  );
}
