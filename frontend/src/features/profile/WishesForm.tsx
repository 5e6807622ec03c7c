import type { MessageDescriptor } from "@lingui/core";
import { Checkbox, NativeSelect } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { byField } from "../../api/errors";
import { staleNow } from "../../desk/stale";
import { Act } from "../../ui/Act";
import { LimitFields } from "../../ui/LimitFields";
import { Problem } from "../../ui/states";
import { PLACES, THEMES } from "../../ui/words";
import { type Profile, useEditProfile } from "./queries";
import { type Said, StaleWishes } from "./StaleWishes";

const keys = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as K[];

function wishesOf(profile: Profile): Said {
  const { places, base_area, not_themes, limits } = profile;
  return { places, base_area, not_themes, limits };
}

/** A box for each word, ticked where it is among the ``chosen``. */
function Boxes<K extends string>(props: {
  words: Record<K, MessageDescriptor>;
  chosen: readonly K[];
  choose: (chosen: K[]) => void;
}) {
  const { i18n } = useLingui();
  const { words, chosen, choose } = props;
  const others = (word: K) => chosen.filter((other) => other !== word);
  return keys(words).map((word) => (
    <Checkbox
      key={word}
      size="md"
      label={i18n._(words[word])}
      checked={chosen.includes(word)}
      onChange={(event) => choose([...others(word), ...(event.currentTarget.checked ? [word] : [])])}
    />
  ));
}

/**
 * What is typed, and the profile that it was begun on. As long as nothing was, what another device or the team saves
 * is followed; after that nothing takes it away.
 */
function useWishes(profile: Profile) {
  const [begun, setBegun] = useState(profile);
  const [wishes, setWishes] = useState(() => wishesOf(profile));
  const begin = (anew: Profile) => {
    setBegun(anew);
    setWishes(wishesOf(anew));
  };
  const untouched = JSON.stringify(wishes) === JSON.stringify(wishesOf(begun));
  if (untouched && profile.version > begun.version) begin(profile);
  const change = (part: Partial<Said>) => setWishes((before) => ({ ...before, ...part }));
  return { wishes, untouched, version: begun.version, begin, change };
}

/** What is one's own to say: where, from where, how much, and what not. */
export function WishesForm({ profile }: { profile: Profile }) {
  const { t } = useLingui();
  const { wishes, untouched, version, begin, change } = useWishes(profile);
  const edit = useEditProfile();
  const refused = byField(edit.error);
  const stale = staleNow<Profile>(edit.error);
  const keepTheirs = (now: Profile) => {
    begin(now);
    edit.reset();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ ...wishes, version: stale?.version ?? version }, { onSuccess: begin });
      }}
    >
      <fieldset className="card set-of-fields">
        <legend>
          <Trans>Where I can work</Trans>
        </legend>
        <Boxes words={PLACES} chosen={wishes.places} choose={(places) => change({ places })} />
        {refused["places"] && <p className="profile-wrong">{refused["places"]}</p>}
        <NativeSelect
          label={t`I set out from`}
          description={t`So that we can say how far each place is.`}
          size="md"
          value={wishes.base_area ?? ""}
          error={refused["base_area"]}
          onChange={(event) => change({ base_area: event.currentTarget.value })}
          data={[{ value: "", label: t`Not said` }, ...profile.areas]}
        />
      </fieldset>
      <LimitFields
        legend={<Trans>My limits</Trans>}
        everyones={profile}
        limits={{ ...profile.limits, ...wishes.limits }}
        problems={refused}
        change={(limits) => change({ limits })}
      />
      <fieldset className="card set-of-fields">
        <legend>
          <Trans>Themes I do not take</Trans>
        </legend>
        <p className="soft">
          <Trans>No reason needed. The team only reads that you are not available.</Trans>
        </p>
        <Boxes
          words={THEMES}
          chosen={wishes.not_themes ?? []}
          choose={(not_themes) => change({ not_themes })}
        />
      </fieldset>
      {!stale && !Object.keys(refused).some((field) => field !== "") && (
        <Problem tried="form" error={edit.error} />
      )}
      {stale && <StaleWishes now={stale} mine={wishes} keepTheirs={() => keepTheirs(stale)} />}
      <div className="row">
        <Act type="submit" className="wide-on-phone" busy={edit.isPending}>
          <Trans>Save</Trans>
        </Act>
        <span role="status" className="profile-saved">
          {edit.isSuccess && untouched && <Trans>Saved.</Trans>}
        </span>
      </div>
    </form>
  );
}
