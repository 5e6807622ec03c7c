import { Trans } from "@lingui/react/macro";
import { useNavigate } from "react-router";
import { NOBODY, PersonForm } from "./PersonForm";
import { useAct } from "../../lib/useAct";
import { useTravelTimes } from "./partnerQueries";
import { Unread } from "../../ui/states";
import { acts } from "./queries";
import "./people.css";

/** Somebody new: booked from the next minute on, with an account or without. */
export function NewInterpreterPage() {
  const navigate = useNavigate();
  const add = useAct(acts.add);
  const travel = useTravelTimes();
  return (
    <>
      <h1>
        <Trans>Add an interpreter</Trans>
      </h1>
      <section className="card">
        <PersonForm
          start={NOBODY}
          areas={travel.data?.areas ?? []}
          error={add.error}
          busy={add.isPending}
          words={<Trans>Add them</Trans>}
          send={(person) =>
            add.mutate(person, {
              onSuccess: ({ id }) => void navigate(`/team/people/${id}`, { replace: true }),
            })
          }
        >
          <Unread of={travel} />
        </PersonForm>
      </section>
    </>
  );
}
