import { Checkbox, NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { LANGUAGES, PAY, VARIETIES } from "../../ui/words";
import { QUALITIES, SET_BY_TEAM, STRENGTHS } from "./qualities";

/** What a place asks for, as it should be. */
export type Edit = Schema["PlaceInputRequest"];
type Strength = Schema["Strength"];

const VARIETIES_OF: Partial<Record<Schema["Language"], Schema["Variety"][]>> = { ar: ["ar-SD", "apc"] };

function withQuality(edit: Edit, what: Schema["Quality"], strength: Strength | ""): Edit {
  const others = (edit.qualities ?? []).filter((line) => line.what !== what);
  return { ...edit, qualities: strength ? [...others, { what, strength }] : others };
}

interface FieldsProps {
  edit: Edit;
  setEdit: (edit: Edit) => void;
  problems: Record<string, string>;
}

/** What is said of a place, whether it is there already or about to be opened. */
export function PlaceFields({ edit, setEdit, problems }: FieldsProps) {
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
