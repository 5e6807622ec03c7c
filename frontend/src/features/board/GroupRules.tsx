import { Trans } from "@lingui/react/macro";

/** What holds for whoever comes to a group, after what kind it is. */
export function GroupRules({ women_only, under_18s }: { women_only: boolean; under_18s: boolean }) {
  return (
    <>
      {women_only && (
        <>
          {" · "}
          <Trans>women only</Trans>
        </>
      )}
      {under_18s && (
        <>
          {" · "}
          <Trans>under-18s</Trans>
        </>
      )}
    </>
  );
}
