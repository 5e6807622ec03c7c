import { NativeSelect } from "@mantine/core";
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";
import { FreeText } from "../../../desk/FreeText";
import { MATERIALS, ROOMS, SITUATIONS, THEMES } from "../../../ui/words";
import type { Draft } from "../draft/form";
import { type FieldsProps, Several } from "./common";

/** What the session is about: from lists, so that it reads in every language, and a few words if need be. */
export function BriefFields({ draft, change, problems }: FieldsProps) {
  const { t, i18n } = useLingui();
  const listed = <V extends string>(words: Record<V, MessageDescriptor>) =>
    (Object.entries(words) as [V, MessageDescriptor][]).map(
      ([value, said]) => [value, i18n._(said)] as const,
    );
  return (
    <>
      <NativeSelect
        id="brief-theme"
        label={t`Theme`}
        size="md"
        value={draft.theme}
        error={problems["brief.theme"]}
        onChange={(event) => change({ theme: event.currentTarget.value as Draft["theme"] })}
        data={[
          { value: "", label: t`Not decided yet` },
          ...listed(THEMES).map(([value, label]) => ({ value, label })),
        ]}
      />
      <Several
        id="brief-situations"
        legend={t`Good to know`}
        choices={listed(SITUATIONS)}
        chosen={draft.situations}
        change={(situations) => change({ situations })}
      />
      <Several
        id="brief-materials"
        legend={t`Please bring`}
        choices={listed(MATERIALS)}
        chosen={draft.materials}
        change={(materials) => change({ materials })}
      />
      <Several
        id="brief-room"
        legend={t`The room`}
        choices={listed(ROOMS)}
        chosen={draft.room}
        change={(room) => change({ room })}
      />
      <FreeText
        id="brief-notes"
        label={t`Anything the team should know`}
        description={t`No names, phone numbers or addresses here.`}
        rows={3}
        maxLength={1000}
        value={draft.notes}
        error={problems["brief.notes"]}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
    </>
  );
}
