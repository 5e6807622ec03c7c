import { NativeSelect } from "@mantine/core";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { Schema } from "../../api/client";
import { useAct } from "../../lib/useAct";
import { Problem, Unread } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { acts } from "./acts";
import { useTeam, type Visit } from "./queries";

type Answer = Schema["TherapistAnswer"];

/** Who said yes, in words. */
function Yes({ visit }: { visit: Visit }) {
  const yes = visit.therapists.filter(({ answer }) => answer === "yes").length;
  if (visit.therapists.length === 0)
    return (
      <p className="soft">
        <Trans>Nobody of the team is down for this day yet.</Trans>
      </p>
    );
  return (
    <p className="soft">
      <Plural
        value={yes}
        _0="No therapist has said yes."
        one="# therapist said yes."
        other="# therapists said yes."
      />
    </p>
  );
}

/** Who goes: each therapist's answer, changed with one choice. */
export function Therapists({ visit }: { visit: Visit }) {
  const { t } = useLingui();
  const say = useAct(acts.therapist);
  const team = useTeam();
  const may = visit.allowed_actions.includes("edit");
  const on = new Set(visit.therapists.map(({ id }) => id));
  const others = (team.data ?? []).filter(({ id, role }) => role === "therapist" && !on.has(id));
  const words: Record<Answer, string> = { asked: t`Has not answered`, yes: t`Comes`, no: t`Cannot come` };
  return (
    <section className="therapists stack-tight" aria-label={t`Therapists`}>
      <div className="row">
        <h2>
          <Trans>Therapists</Trans>
        </h2>
        <Yes visit={visit} />
      </div>
      <div className="row">
        {visit.therapists.map(({ id, name, answer }) =>
          may ? (
            <NativeSelect
              key={id}
              label={<UserText>{name}</UserText>}
              value={answer}
              data={Object.entries(words).map(([value, label]) => ({ value, label }))}
              onChange={(event) =>
                say.mutate({ id: visit.id, member: id, answer: event.currentTarget.value as Answer })
              }
            />
          ) : (
            <p key={id}>
              <UserText>{name}</UserText> · <span className="soft">{words[answer]}</span>
            </p>
          ),
        )}
        {may && others.length > 0 && (
          <NativeSelect
            label={t`Add a therapist`}
            value=""
            data={[
              { value: "", label: t`Choose` },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) =>
              event.currentTarget.value &&
              say.mutate({ id: visit.id, member: event.currentTarget.value, answer: "asked" })
            }
          />
        )}
      </div>
      {may && <Unread of={team} />}
      <Problem error={say.error} />
    </section>
  );
}
