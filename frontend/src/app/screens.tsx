import type { ComponentType } from "react";
import { arrived } from "./arrived";
import type { Desk } from "./first";

type Place = { index: true } | { path: string };
type Screen = Place & { lazy: () => Promise<{ Component: ComponentType }> };

const screen = (load: () => Promise<ComponentType>) => async () => ({ Component: await arrived(load) });

/** Everybody's, at each desk. */
const DEVICES = screen(async () => (await import("../features/devices/DevicesPage")).DevicesPage);

const PARTNER: Screen[] = [
  { index: true, lazy: screen(async () => (await import("../features/requests/PartnerHome")).PartnerHome) },
  { path: "ask/:draftId?", lazy: screen(async () => (await import("../features/requests/AskPage")).AskPage) },
  {
    path: "sessions/:sessionId",
    lazy: screen(async () => (await import("../features/requests/SessionPage")).SessionPage),
  },
  { path: "people", lazy: screen(async () => (await import("../features/requests/PeoplePage")).PeoplePage) },
  { path: "devices", lazy: DEVICES },
];

const INTERPRETER: Screen[] = [
  {
    index: true,
    lazy: screen(async () => (await import("../features/offers/InterpreterHome")).InterpreterHome),
  },
  { path: "fridays", lazy: screen(async () => (await import("../features/offers/MyFridays")).MyFridays) },
  { path: "free", lazy: screen(async () => (await import("../features/availability/FreeDays")).FreeDays) },
  { path: "why", lazy: screen(async () => (await import("../features/offers/WhyNot")).WhyNot) },
  { path: "me", lazy: screen(async () => (await import("../features/profile/AboutMe")).AboutMe) },
  { path: "devices", lazy: DEVICES },
];

const TEAM: Screen[] = [
  { index: true, lazy: screen(async () => (await import("../features/board/TeamHome")).TeamHome) },
  {
    path: "requests",
    lazy: screen(async () => {
      const [{ RequestsPage }, { OwnDrafts }] = await Promise.all([
        import("../features/board/RequestsPage"),
        import("../features/requests/OwnDrafts"),
      ]);
      return () => <RequestsPage begun={<OwnDrafts />} />;
    }),
  },
  { path: "inbox", lazy: screen(async () => (await import("../features/board/InboxPage")).InboxPage) },
  { path: "waiting", lazy: screen(async () => (await import("../features/board/WaitingPage")).WaitingPage) },
  {
    path: "partners",
    lazy: screen(async () => (await import("../features/people/PartnersPage")).PartnersPage),
  },
  {
    path: "partners/:agencyId",
    lazy: screen(async () => (await import("../features/people/PartnerPage")).PartnerPage),
  },
  {
    path: "people",
    lazy: screen(async () => (await import("../features/people/InterpretersPage")).InterpretersPage),
  },
  {
    path: "people/new",
    lazy: screen(async () => (await import("../features/people/NewInterpreterPage")).NewInterpreterPage),
  },
  {
    path: "people/:interpreterId",
    lazy: screen(async () => (await import("../features/people/InterpreterPage")).InterpreterPage),
  },
  { path: "ask/:draftId?", lazy: screen(async () => (await import("../features/requests/AskPage")).AskPage) },
  {
    path: "sessions/:sessionId",
    lazy: screen(async () => (await import("../features/requests/BehalfPage")).BehalfPage),
  },
  {
    path: "visits/:visitId",
    lazy: screen(async () => (await import("../features/board/BoardPage")).BoardPage),
  },
  {
    path: "visits/:visitId/confirm",
    lazy: screen(async () => (await import("../features/board/ConfirmPage")).ConfirmPage),
  },
  {
    path: "visits/:visitId/modes",
    lazy: screen(async () => (await import("../features/board/ModesPage")).ModesPage),
  },
  {
    path: "visits/:visitId/close",
    lazy: screen(async () => (await import("../features/board/CloseOutPage")).CloseOutPage),
  },
  {
    path: "visits/:visitId/sheet",
    lazy: screen(async () => (await import("../features/board/SheetPage")).SheetPage),
  },
  {
    path: "imports",
    lazy: screen(async () => (await import("../features/imports/ImportsPage")).ImportsPage),
  },
  {
    path: "imports/:importId",
    lazy: screen(async () => (await import("../features/imports/ImportPage")).ImportPage),
  },
  {
    path: "journal",
    lazy: screen(async () => (await import("../features/journal/JournalPage")).JournalPage),
  },
  {
    path: "journal/looked",
    lazy: screen(async () => (await import("../features/journal/AuditPage")).AuditPage),
  },
  { path: "devices", lazy: DEVICES },
];

/** The screens of each desk, in its frame. Each is a piece of its own, which is fetched when it is first opened, or before (`Ahead`). */
export const SCREENS: Record<Desk, Screen[]> = { partner: PARTNER, interpreter: INTERPRETER, team: TEAM };
