import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { useMe } from "../../api/me";
import { UserText } from "../../ui/UserText";
import { Shelf } from "./draft/shelf";
import { useGroups } from "./queries";

/** What was begun on this device and is not in the account yet. */
export function Unfinished({ home }: { home: string }) {
  const me = useMe().data;
  const begun = me ? new Shelf(me.id).all().filter(([, kept]) => kept.id === null && kept.unsaved) : [];
  const groups = useGroups({ enabled: begun.length > 0 });
  if (begun.length === 0) return null;
  return (
    <section className="note stack-tight" data-kind="warning">
      <p>
        <Trans>On this device only, not sent yet:</Trans>
      </p>
      <ul>
        {begun.map(([slot, { draft }]) => {
          const name = groups.data?.find(({ id }) => id === draft.group)?.name;
          return (
            <li key={slot}>
              <Link to={`${home}/ask/${slot}`}>
                {name ? (
                  <UserText>{name}</UserText>
                ) : draft.group ? (
                  <Trans>A request</Trans>
                ) : (
                  <Trans>A request without a group</Trans>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
