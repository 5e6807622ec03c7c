import { createBrowserRouter } from "react-router";
import { speakForPartners, speakForTeam } from "../i18n/activate";
import { BrokenScreen, NotFound } from "./problems";
import { Home } from "./Home";
import { Shell } from "./Shell";

/** A desk speaks once its own words are there; they are fetched once. */
const PARTNER = { loader: speakForPartners, shouldRevalidate: () => false };
const TEAM = { loader: speakForTeam, shouldRevalidate: () => false };

/** Each role's screens are a piece of their own: a phone fetches only what its owner uses. */
export const router = createBrowserRouter([
  {
    path: "/",
    errorElement: <BrokenScreen />,
    children: [
      { index: true, element: <Home /> },
      {
        path: "sign-in",
        lazy: async () => ({ Component: (await import("../features/account/SignIn")).SignIn }),
      },
      {
        path: "partner",
        ...PARTNER,
        element: <Shell desk="partner" />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import("../features/requests/PartnerHome")).PartnerHome }),
          },
          {
            path: "ask/:draftId?",
            lazy: async () => ({ Component: (await import("../features/requests/AskPage")).AskPage }),
          },
          {
            path: "sessions/:sessionId",
            lazy: async () => ({ Component: (await import("../features/requests/SessionPage")).SessionPage }),
          },
          {
            path: "people",
            lazy: async () => ({ Component: (await import("../features/requests/PeoplePage")).PeoplePage }),
          },
        ],
      },
      {
        path: "interpreter",
        element: <Shell desk="interpreter" />,
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import("../features/offers/InterpreterHome")).InterpreterHome,
            }),
          },
          {
            path: "fridays",
            lazy: async () => ({ Component: (await import("../features/offers/MyFridays")).MyFridays }),
          },
          {
            path: "free",
            lazy: async () => ({ Component: (await import("../features/availability/FreeDays")).FreeDays }),
          },
          {
            path: "why",
            lazy: async () => ({ Component: (await import("../features/offers/WhyNot")).WhyNot }),
          },
          {
            path: "me",
            lazy: async () => ({ Component: (await import("../features/profile/AboutMe")).AboutMe }),
          },
        ],
      },
      {
        path: "team",
        ...TEAM,
        element: <Shell desk="team" />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import("../features/board/TeamHome")).TeamHome }),
          },
          {
            path: "requests",
            lazy: async () => {
              const [{ RequestsPage }, { OwnDrafts }] = await Promise.all([
                import("../features/board/RequestsPage"),
                import("../features/requests/OwnDrafts"),
              ]);
              return { element: <RequestsPage begun={<OwnDrafts />} /> };
            },
          },
          {
            path: "inbox",
            lazy: async () => ({ Component: (await import("../features/board/InboxPage")).InboxPage }),
          },
          {
            path: "waiting",
            lazy: async () => ({ Component: (await import("../features/board/WaitingPage")).WaitingPage }),
          },
          {
            path: "partners",
            lazy: async () => ({ Component: (await import("../features/people/PartnersPage")).PartnersPage }),
          },
          {
            path: "partners/:agencyId",
            lazy: async () => ({ Component: (await import("../features/people/PartnerPage")).PartnerPage }),
          },
          {
            path: "people",
            lazy: async () => ({
              Component: (await import("../features/people/InterpretersPage")).InterpretersPage,
            }),
          },
          {
            path: "people/new",
            lazy: async () => ({
              Component: (await import("../features/people/NewInterpreterPage")).NewInterpreterPage,
            }),
          },
          {
            path: "people/:interpreterId",
            lazy: async () => ({
              Component: (await import("../features/people/InterpreterPage")).InterpreterPage,
            }),
          },
          {
            path: "ask/:draftId?",
            lazy: async () => ({ Component: (await import("../features/requests/AskPage")).AskPage }),
          },
          {
            path: "sessions/:sessionId",
            lazy: async () => ({ Component: (await import("../features/requests/BehalfPage")).BehalfPage }),
          },
          {
            path: "visits/:visitId",
            lazy: async () => ({ Component: (await import("../features/board/BoardPage")).BoardPage }),
          },
          {
            path: "visits/:visitId/confirm",
            lazy: async () => ({ Component: (await import("../features/board/ConfirmPage")).ConfirmPage }),
          },
          {
            path: "visits/:visitId/modes",
            lazy: async () => ({ Component: (await import("../features/board/ModesPage")).ModesPage }),
          },
          {
            path: "visits/:visitId/close",
            lazy: async () => ({ Component: (await import("../features/board/CloseOutPage")).CloseOutPage }),
          },
          {
            path: "visits/:visitId/sheet",
            lazy: async () => ({ Component: (await import("../features/board/SheetPage")).SheetPage }),
          },
          {
            path: "imports",
            lazy: async () => ({ Component: (await import("../features/imports/ImportsPage")).ImportsPage }),
          },
          {
            path: "imports/:importId",
            lazy: async () => ({ Component: (await import("../features/imports/ImportPage")).ImportPage }),
          },
          {
            path: "journal",
            lazy: async () => ({ Component: (await import("../features/journal/JournalPage")).JournalPage }),
          },
        ],
      },
      {
        path: "claim",
        lazy: async () => ({ Component: (await import("../features/account/ClaimPage")).ClaimPage }),
      },
      {
        path: "styleguide",
        ...TEAM,
        lazy: async () => ({ Component: (await import("../styleguide/Styleguide")).Styleguide }),
      },
      { path: "*", element: <NotFound /> },
    ],
  },
]);

/** The first screen's scripts and words are there, or it is known what is wrong with them. */
export function begun(): Promise<void> {
  return new Promise((resolve) => {
    if (router.state.initialized) resolve();
    else
      router.subscribe(({ initialized }) => {
        if (initialized) resolve();
      });
  });
}
