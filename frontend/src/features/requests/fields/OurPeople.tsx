import { TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { Act } from "../../../ui/Act";
import { Unread } from "../../../ui/states";
import { UserText } from "../../../ui/UserText";
import { type Member, useMembers } from "../queries";
import { type FieldsProps, Several } from "./common";

/** Those who hear of it unless told otherwise: who always does, and whoever asks. */
export function heardBy(told: string[] | null, members: Member[]): string[] {
  return told ?? members.filter((member) => member.told_by_default || member.is_me).map(({ id }) => id);
}

function Told({ draft, change, problems, agency }: FieldsProps & { agency: string | undefined }) {
  const { t } = useLingui();
  const found = useMembers(agency);
  const members = found.data ?? [];
  if (members.length < 2) return <Unread of={found} />;
  const known = new Set(members.map(({ id }) => id));
  const problem = Object.entries(problems).find(([field]) => field.startsWith("told"))?.[1];
  return (
    <Several
      id="told"
      legend={t`Who of you hears of it`}
      choices={members.map(({ id, name }) => [id, <UserText key={id}>{name}</UserText>] as const)}
      chosen={heardBy(draft.told, members).filter((id) => known.has(id))}
      change={(told) => change({ told })}
      problem={problem}
    />
  );
}

function Staff({ draft, change, problems }: FieldsProps) {
  const { t } = useLingui();
  const { staff } = draft;
  return (
    <fieldset className="plain-set stack-tight" id="staff_present" tabIndex={-1}>
      <legend>
        <Trans>Staff who will be there</Trans>
      </legend>
      <p className="soft">
        <Trans>Names of your own staff or volunteers, never of participants.</Trans>
      </p>
      {staff.map((name, place) => (
        <TextInput
          // A name has nothing to be known by but its place in the list.
          // oxlint-disable-next-line react/no-array-index-key
          key={`staff-${place}`}
          id={`staff_present-${place}`}
          aria-label={t`Name`}
          size="md"
          dir="auto"
          maxLength={120}
          value={name}
          error={problems[`staff_present.${place}`]}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            change({ staff: staff.map((old, at) => (at === place ? typed : old)) });
          }}
        />
      ))}
      <div className="row">
        {staff.length < 20 && (
          <Act variant="default" onClick={() => change({ staff: [...staff, ""] })}>
            {staff.length === 0 ? <Trans>Add a name</Trans> : <Trans>Another name</Trans>}
          </Act>
        )}
        {staff.length > 0 && (
          <Act variant="subtle" onClick={() => change({ staff: staff.slice(0, -1) })}>
            <Trans>Remove the last</Trans>
          </Act>
        )}
      </div>
    </fieldset>
  );
}

/** The contact on the day, staff present, and who of the agency hears of the session. */
export function OurPeople(props: FieldsProps & { agency: string | undefined }) {
  const { t } = useLingui();
  const { draft, change, problems } = props;
  return (
    <>
      <div className="pair">
        <TextInput
          id="contact-name"
          label={t`Contact on the day`}
          size="md"
          dir="auto"
          maxLength={120}
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
          maxLength={32}
          value={draft.contactPhone}
          error={problems["contact.phone"]}
          onChange={(event) => change({ contactPhone: event.currentTarget.value })}
        />
      </div>
      <Staff {...props} />
      <Told {...props} />
    </>
  );
}
