import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";
import { ApiError } from "../../api/errors";
import type { Me } from "../../api/me";
import { Act } from "../../ui/Act";
import { Problem } from "../../ui/states";
import { UserText } from "../../ui/UserText";
import { useArrive } from "./useArrive";

type Person = Schema["DemoPerson"];

async function fetchPeople(): Promise<Person[]> {
  try {
    return (await data(api.GET("/api/v1/demo/people"))).results;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** The door that the address names comes first. */
export function ordered(people: Person[], host: string): Person[] {
  return people.toSorted(
    (a, b) => Number(host.startsWith(`${b.key}.`)) - Number(host.startsWith(`${a.key}.`)),
  );
}

/** In demo mode only: one button per role. */
export function DemoDoors({ ended }: { ended?: Me | undefined }) {
  const { t } = useLingui();
  const people = useQuery({ queryKey: ["demo"], queryFn: fetchPeople });
  const arrive = useArrive(ended);
  const enter = useMutation({
    mutationFn: (key: Person["key"]) =>
      data(api.POST("/api/v1/demo/sign-in", { body: { key }, headers: actKey() })),
    onSuccess: arrive,
  });
  if (!people.data?.length) return null;
  const names = { partner: t`As a partner`, interpreter: t`As an interpreter`, team: t`As the team` };
  return (
    <section className="card card-lead">
      <h2>
        <Trans>Try the demo</Trans>
      </h2>
      {ordered(people.data, window.location.hostname).map(({ key, name }, place) => (
        <Act
          key={key}
          variant={place ? "default" : "filled"}
          busy={enter.isPending}
          onClick={() => enter.mutate(key)}
        >
          <span>
            {names[key]} (<UserText>{name}</UserText>)
          </span>
        </Act>
      ))}
      <Problem error={enter.error} />
    </section>
  );
}
