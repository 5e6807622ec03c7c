import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { dateWords } from "../../lib/time/words";
import { Act } from "../../ui/Act";
import { LANGUAGES, MODES, THEMES, VARIETIES } from "../../ui/words";
import { type Draft, EMPTY_NEED, type Need } from "./draft";
import { type Group, useComingVisits } from "./queries";

export interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: Record<string, string>;
}

const LENGTHS = [45, 60, 75, 90, 120];
/** Only the languages people in the groups need; English is what the team speaks. */
const ASKED_FOR = Object.keys(LANGUAGES).filter((code) => code !== "en") as (keyof typeof LANGUAGES)[];

export function WhereAndWhen({ draft, change, problems, groups }: FieldsProps & { groups: Group[] }) {
  const { t, i18n } = useLingui();
  const visits = useComingVisits();
  return (
    <>
      <NativeSelect
        id="group"
        label={t`Group`}
        size="md"
        value={draft.group}
        error={problems["group"]}
        onChange={(event) => change({ group: event.currentTarget.value })}
        data={[
          { value: "", label: t`Choose a group` },
          ...groups.map((group) => ({ value: group.id, label: `${group.name} (${group.agency.name})` })),
        ]}
      />
      <NativeSelect
        id="day"
        label={t`Day`}
        size="md"
        value={draft.day}
        error={problems["day"]}
        description={t`Days the team already means to come.`}
        onChange={(event) => change({ day: event.currentTarget.value })}
        data={[
          { value: "", label: t`Choose a day` },
          ...(visits.data ?? []).map((visit) => ({
            value: visit.day,
            label: dateWords(visit.day, i18n.locale),
          })),
        ]}
      />
      <div className="pair">
        <TextInput
          id="starts_at"
          label={t`Starts at`}
          type="time"
          size="md"
          dir="ltr"
          value={draft.time}
          error={problems["starts_at"]}
          onChange={(event) => change({ time: event.currentTarget.value })}
        />
        <NativeSelect
          id="ends_at"
          label={t`How long`}
          size="md"
          value={String(draft.minutes)}
          error={problems["ends_at"]}
          onChange={(event) => change({ minutes: Number(event.currentTarget.value) })}
          data={LENGTHS.map((minutes) => ({ value: String(minutes), label: t`${minutes} minutes` }))}
        />
      </div>
      <NativeSelect
        id="mode"
        label={t`How`}
        size="md"
        value={draft.mode}
        onChange={(event) => change({ mode: event.currentTarget.value as Draft["mode"] })}
        data={Object.entries(MODES).map(([value, words]) => ({ value, label: i18n._(words) }))}
      />
    </>
  );
}

function OneNeed({
  need,
  place,
  change,
  problems,
}: { need: Need; place: number } & Pick<FieldsProps, "problems"> & {
    change: (need: Need) => void;
  }) {
  const { t, i18n } = useLingui();
  return (
    <div className="need">
      <NativeSelect
        id={`needs-${place}-language`}
        label={t`Language`}
        size="md"
        value={need.language}
        error={problems[`needs.${place}.language`]}
        onChange={(event) =>
          change({ ...need, language: event.currentTarget.value as Need["language"], variety: "" })
        }
        data={[
          { value: "", label: t`Choose a language` },
          ...ASKED_FOR.map((code) => ({ value: code, label: i18n._(LANGUAGES[code]) })),
        ]}
      />
      {need.language === "ar" && (
        <NativeSelect
          label={t`Which Arabic`}
          size="md"
          value={need.variety}
          error={problems[`needs.${place}.variety`]}
          onChange={(event) => change({ ...need, variety: event.currentTarget.value as Need["variety"] })}
          data={[
            { value: "", label: t`Any` },
            ...Object.entries(VARIETIES).map(([value, words]) => ({ value, label: i18n._(words) })),
          ]}
        />
      )}
      <TextInput
        id={`needs-${place}-people`}
        label={t`People`}
        inputMode="numeric"
        size="md"
        value={need.people}
        error={problems[`needs.${place}.people`]}
        onChange={(event) => change({ ...need, people: event.currentTarget.value })}
      />
    </div>
  );
}

export function WhoNeedsWhat({ draft, change, problems }: FieldsProps) {
  const { t } = useLingui();
  const { needs } = draft;
  return (
    <>
      <TextInput
        id="people_expected"
        label={t`How many people do you expect?`}
        description={t`A number is enough. Please never write names of participants.`}
        inputMode="numeric"
        size="md"
        value={draft.people}
        error={problems["people_expected"]}
        onChange={(event) => change({ people: event.currentTarget.value })}
      />
      <fieldset className="plain-set stack" id="needs">
        <legend>
          <Trans>Languages they need</Trans>
        </legend>
        {problems["needs"] && <p className="field-problem">{problems["needs"]}</p>}
        {needs.map((need, place) => (
          <OneNeed
            // A need has no name but its place in the list.
            // oxlint-disable-next-line react/no-array-index-key
            key={`need-${place}`}
            need={need}
            place={place}
            problems={problems}
            change={(changed) => change({ needs: needs.map((old, at) => (at === place ? changed : old)) })}
          />
        ))}
        <div className="row">
          <Act variant="default" onClick={() => change({ needs: [...needs, EMPTY_NEED] })}>
            <Trans>Another language</Trans>
          </Act>
          {needs.length > 1 && (
            <Act variant="subtle" onClick={() => change({ needs: needs.slice(0, -1) })}>
              <Trans>Remove the last</Trans>
            </Act>
          )}
        </div>
      </fieldset>
    </>
  );
}

export function WhatAbout({ draft, change, problems }: FieldsProps) {
  const { t, i18n } = useLingui();
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
          ...Object.entries(THEMES).map(([value, words]) => ({ value, label: i18n._(words) })),
        ]}
      />
      <Textarea
        id="brief-notes"
        label={t`Anything the team should know`}
        description={t`No names, phone numbers or addresses here.`}
        size="md"
        minRows={3}
        rows={3}
        dir="auto"
        value={draft.notes}
        error={problems["brief.notes"]}
        onChange={(event) => change({ notes: event.currentTarget.value })}
      />
      <div className="pair">
        <TextInput
          id="contact-name"
          label={t`Contact on the day`}
          size="md"
          dir="auto"
          value={draft.contactName}
          error={problems["contact.name"]}
          onChange={(event) => change({ contactName: event.currentTarget.value })}
        />
        <TextInput
          id="contact-phone"
          label={t`Their phone`}
          type="tel"
          size="md"
          dir="ltr"
          value={draft.contactPhone}
          error={problems["contact.phone"]}
          onChange={(event) => change({ contactPhone: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
