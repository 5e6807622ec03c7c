import { I18nProvider } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { setupI18n, type I18n } from "@lingui/core";
import {
  DirectionProvider,
  NativeSelect,
  PasswordInput,
  Textarea,
  TextInput,
  useMantineColorScheme,
} from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { ApiError } from "../api/errors";
import { catalogOf } from "../i18n/activate";
import { LanguageSwitch } from "../i18n/LanguageSwitch";
import { direction, type Locale, numbersOf, tagOf } from "../i18n/locale";
import { Act } from "../ui/Act";
import { ActOrNot } from "../ui/ActOrNot";
import { Age } from "../ui/Age";
import { ErrorSummary } from "../ui/ErrorSummary";
import { Clocks, Hours } from "../ui/Hours";
import { Mark } from "../ui/Mark";
import { More } from "../ui/More";
import { SideSheet } from "../ui/SideSheet";
import { EmptyState, ErrorState, Fetched, GoneState, Loading, Problem, Unread } from "../ui/states";
import { Names } from "../ui/Names";
import { Sure } from "../ui/Sure";
import { ReasonWords } from "../ui/ReasonWords";
import { type StatusKind, StatusNote } from "../ui/StatusNote";
import { UnsentNote } from "../ui/UnsentNote";
import { UserText } from "../ui/UserText";
import { Part } from "./Part";
import { Said } from "./Said";

const OFFLINE = new ApiError(0, undefined);
const GONE = new ApiError(404, undefined);
const MORNING = Date.parse("2026-11-27T09:05:00Z");
const START = "2026-11-27T09:00:00Z";
const END = "2026-11-27T10:30:00Z";

const endless = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: async () => null };

function Statuses() {
  const { t } = useLingui();
  const words: Record<Exclude<StatusKind, "unsent">, string> = {
    asked: t`Asked`,
    yes: t`Said yes`,
    confirmed: t`Confirmed`,
    gap: t`Empty`,
    over: t`Cancelled`,
  };
  return (
    <div className="row">
      {(Object.keys(words) as (keyof typeof words)[]).map((kind) => (
        <StatusNote key={kind} kind={kind}>
          {words[kind]}
        </StatusNote>
      ))}
      <UnsentNote />
    </div>
  );
}

function Buttons() {
  return (
    <>
      <ActOrNot busy={false} onNot={() => {}}>
        <Trans>Send</Trans>
      </ActOrNot>
      <ActOrNot quiet busy onNot={() => {}}>
        <Trans>Send</Trans>
      </ActOrNot>
      <div className="row">
        <Act color="red">
          <Trans>Cancel it</Trans>
        </Act>
        <button type="button" className="plain">
          <Trans>Sign out</Trans>
        </button>
      </div>
    </>
  );
}

function Notes() {
  return (
    <>
      <p className="note">
        <Trans>We will tell you here when a place fits you.</Trans>
      </p>
      <p className="note" data-kind="good">
        <Trans>You said yes</Trans>
      </p>
      <p className="note" data-kind="warning">
        <Trans>No live connection. What you see may be out of date; we keep trying.</Trans>
      </p>
      <Problem error={OFFLINE} />
      <Problem error={new Error("none of ours")} />
    </>
  );
}

function Fields() {
  const { t } = useLingui();
  return (
    <>
      <ErrorSummary problems={{ people_expected: t`Say how many people you expect, as a number.` }} />
      <TextInput label={t`E-mail`} size="md" placeholder="name@example.org" />
      <TextInput label={t`People`} size="md" error={t`Say how many people you expect, as a number.`} />
      <TextInput label={t`Group`} size="md" disabled value={t`Families`} />
      <PasswordInput label={t`Password`} size="md" />
      <NativeSelect label={t`Language`} size="md" data={["English", "العربية"]} />
      <Textarea label={t`Notes`} size="md" rows={2} />
      <LanguageSwitch />
    </>
  );
}

function Screens() {
  const nothing = { data: undefined, refetch: () => {} };
  return (
    <>
      <Part name="EmptyState">
        <EmptyState title={<Trans>Nothing is asked of you right now</Trans>}>
          <p>
            <Trans>We will tell you here when a place fits you.</Trans>
          </p>
        </EmptyState>
      </Part>
      <Part name="Loading">
        <Loading />
      </Part>
      <Part name="GoneState">
        <GoneState error={GONE} />
      </Part>
      <Part name="Age">
        <Age of={{ dataUpdatedAt: MORNING }} away />
      </Part>
      <Part name="Sure">
        <Sure yes={<Trans>Send</Trans>} busy={false} onYes={() => {}} onNo={() => {}}>
          <p>
            <Trans>Nothing is asked of you right now</Trans>
          </p>
        </Sure>
      </Part>
      <Part name="ErrorState">
        <ErrorState error={null} retry={() => {}} />
      </Part>
      <Part name="Fetched">
        <Fetched query={{ ...nothing, error: OFFLINE }}>{() => null}</Fetched>
      </Part>
      <Part name="Unread">
        <Unread of={{ ...nothing, error: OFFLINE }} />
      </Part>
      <Part name="More">
        <More of={{ ...endless, isFetchNextPageError: false, error: null }} />
        <More of={{ ...endless, isFetchNextPageError: true, error: OFFLINE }} />
      </Part>
    </>
  );
}

/** Every component of `src/ui`, in every state, in the language around it. */
function Everything() {
  return (
    <div className="stack card">
      <Part name="Mark, headings, UserText, Names">
        <Mark size={48} />
        <h1>
          <Trans>Can you come?</Trans>
        </h1>
        <h2>
          <UserText>Atelier du vendredi</UserText> · <UserText>حلقة النساء</UserText> ·{" "}
          <UserText>ዓርቢ</UserText>
        </h2>
        <p>
          <Names of={["Amina", "فاطمة", "Luc"]} />
        </p>
      </Part>
      <Part name="Hours, Clocks">
        <p>
          <Hours start={START} end={END} zone="Asia/Tokyo" />
        </p>
        <p>
          <Clocks start={START} end={END} zone="Europe/Paris" />
        </p>
      </Part>
      <Part name="ReasonWords">
        <ReasonWords reason={{ code: "no_crossing", note: "Le ferry ne part pas." }} />
      </Part>
      <Part name="StatusNote">
        <Statuses />
      </Part>
      <Part name="Act">
        <Buttons />
      </Part>
      <Part name="Problem, notes">
        <Notes />
      </Part>
      <Part name="ErrorSummary, fields">
        <Fields />
      </Part>
      <Said />
      <Screens />
    </div>
  );
}

/** What a language's page looks like, whatever this page speaks. */
function Spoken({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [i18n, setI18n] = useState<I18n>();
  useEffect(() => {
    void catalogOf(locale).then((messages) => {
      const own = setupI18n();
      own.load(locale, messages);
      own.activate(locale, numbersOf(locale));
      setI18n(own);
    });
  }, [locale]);
  if (!i18n) return <Loading />;
  return (
    <I18nProvider i18n={i18n}>
      <DirectionProvider initialDirection={direction(locale)} detectDirection={false}>
        <div lang={tagOf(locale)} dir={direction(locale)} style={{ fontFamily: "var(--font)" }}>
          {children}
        </div>
      </DirectionProvider>
    </I18nProvider>
  );
}

function Schemes() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <div className="row">
      {(["auto", "light", "dark"] as const).map((scheme) => (
        <button
          key={scheme}
          type="button"
          className="plain"
          aria-pressed={colorScheme === scheme}
          onClick={() => setColorScheme(scheme)}
        >
          {scheme}
        </button>
      ))}
    </div>
  );
}

/** Everything in English and Arabic side by side; light and dark by the buttons above. */
export function Styleguide() {
  const [sheet, setSheet] = useState(false);
  return (
    <main className="page" style={{ inlineSize: "min(100%, 80rem)" }}>
      <div className="row between">
        <h1>Passerelle</h1>
        <Schemes />
        <button type="button" className="plain" onClick={() => setSheet(true)}>
          SideSheet
        </button>
      </div>
      {sheet && (
        <SideSheet title="SideSheet" close={() => setSheet(false)}>
          <Statuses />
        </SideSheet>
      )}
      <div
        style={{ display: "grid", gap: "1rem", gridTemplateColumns: "repeat(auto-fit, minmax(20rem, 1fr))" }}
      >
        {(["en", "ar"] as const).map((locale) => (
          <Spoken key={locale} locale={locale}>
            <Everything />
          </Spoken>
        ))}
      </div>
    </main>
  );
}
