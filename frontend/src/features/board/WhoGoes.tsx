import { Checkbox, NativeSelect } from "@mantine/core";
import { useLingui } from "@lingui/react/macro";
import { Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { useTeam } from "./queries";

interface Props {
  therapists: string[];
  deputy: string | null;
  problems: Record<string, string>;
  choose: (chosen: { therapists: string[]; deputy: string | null }) => void;
}

/** Which therapists are asked, and who stands in for the safeguarding lead on the day. */
export function WhoGoes({ therapists, deputy, problems, choose }: Props) {
  const { t } = useLingui();
  const found = useTeam();
  const team = found.data ?? [];
  const asked = team.filter(({ id, role }) => role === "therapist" || therapists.includes(id));
  return (
    <>
      <Unread of={found} />
      <Checkbox.Group
        label={t`Therapists asked`}
        error={problems["therapists"]}
        value={therapists}
        onChange={(chosen) => choose({ therapists: chosen, deputy })}
      >
        <div className="row">
          {asked.map(({ id, name }) => (
            <Checkbox key={id} size="md" value={id} label={<UserText>{name}</UserText>} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={t`Deputy of the safeguarding lead`}
        size="md"
        value={deputy ?? ""}
        error={problems["deputy"]}
        onChange={(event) => choose({ therapists, deputy: event.currentTarget.value || null })}
        data={[{ value: "", label: t`Nobody` }, ...team.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </>
  );
}
