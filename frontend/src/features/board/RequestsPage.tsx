import { Button } from "@mantine/core";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { More } from "../../ui/More";
import { EmptyState, Fetched } from "../../ui/states";
import { useRequests } from "./queries";
import { RequestCard } from "./RequestCard";
import "./board.css";

/** What partners wait for an answer to, soonest first; `begun` is what the reader has not sent yet. */
export function RequestsPage({ begun }: { begun: ReactNode }) {
  const requests = useRequests();
  return (
    <>
      <div className="row between">
        <h1>
          <Trans>Requests</Trans>
        </h1>
        <Button component={Link} to="/team/ask" variant="default" size="md" mih={48}>
          <Trans>Ask on a partner’s behalf</Trans>
        </Button>
      </div>
      {begun}
      <Fetched aged query={requests}>
        {(found) =>
          found.length ? (
            <>
              <div className="requests">
                {found.map((session) => (
                  <RequestCard key={session.id} session={session} />
                ))}
              </div>
              <More of={requests} />
            </>
          ) : (
            <EmptyState title={<Trans>Every request is answered</Trans>}>
              <p>
                <Trans>New ones appear here by themselves.</Trans>
              </p>
            </EmptyState>
          )
        }
      </Fetched>
    </>
  );
}
