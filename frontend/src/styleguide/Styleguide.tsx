import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { ApiError } from "../api/errors";
import { Act } from "../ui/Act";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Mark } from "../ui/Mark";
import { EmptyState, ErrorState, Loading, Problem } from "../ui/states";
import { StatusNote } from "../ui/StatusNote";
import { UserText } from "../ui/UserText";

const OFFLINE = new ApiError(0, undefined);

function Statuses() {
  return (
    <div className="row">
      <StatusNote kind="asked">
        <Trans>Asked</Trans>
      </StatusNote>
      <StatusNote kind="yes">
        <Trans>Said yes</Trans>
      </StatusNote>
      <StatusNote kind="confirmed">
        <Trans>Confirmed</Trans>
      </StatusNote>
      <StatusNote kind="gap">
        <Trans>Empty</Trans>
      </StatusNote>
      <StatusNote kind="over">
        <Trans>Cancelled</Trans>
      </StatusNote>
    </div>
  );
}

function Everything() {
  const { t } = useLingui();
  return (
    <div className="stack card">
      <Mark size={48} />
      <h1>
        <Trans>Can you come?</Trans>
      </h1>
      <h2>
        <UserText>Atelier du vendredi</UserText> · <UserText>حلقة النساء</UserText>
      </h2>
      <Statuses />
      <div className="row">
        <Act>
          <Trans>Send</Trans>
        </Act>
        <Act variant="default">
          <Trans>Not now</Trans>
        </Act>
        <Act busy>
          <Trans>Send</Trans>
        </Act>
      </div>
      <ErrorSummary problems={{ people_expected: t`Say how many people you expect, as a number.` }} />
      <TextInput label={t`People`} size="md" error={t`Say how many people you expect, as a number.`} />
      <NativeSelect label={t`Language`} size="md" data={["English", "العربية"]} />
      <Textarea label={t`Notes`} size="md" rows={2} />
      <Problem error={OFFLINE} />
      <ErrorState error={null} retry={() => {}} />
      <EmptyState title={<Trans>Nothing is asked of you right now</Trans>} />
      <Loading />
    </div>
  );
}

/** Every component of `src/ui` in every state, in both directions. */
export function Styleguide() {
  return (
    <main className="page" style={{ inlineSize: "min(100%, 80rem)" }}>
      <div className="row between">
        <h1>Passerelle</h1>
        <LanguageSwitch />
      </div>
      <div className="requests-two">
        <div dir="ltr">
          <Everything />
        </div>
        <div dir="rtl">
          <Everything />
        </div>
      </div>
    </main>
  );
}
