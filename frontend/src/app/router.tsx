import { createBrowserRouter, type RouteObject } from "react-router";
import { speakForPartners, speakForTeam } from "../i18n/activate";
import { arrived } from "./arrived";
import type { Desk } from "./first";
import { Home } from "./Home";
import { LostPage, LostScreen, NotFound } from "./problems";
import { SCREENS } from "./screens";
import { Shell } from "./Shell";

/** A desk speaks once its own words are there; they are fetched once. */
const PARTNER = { loader: () => arrived(speakForPartners), shouldRevalidate: () => false };
const TEAM = { loader: () => arrived(speakForTeam), shouldRevalidate: () => false };

/** Where a screen that did not come is told, the frame of its desk stays. */
const within = (desk: Desk): RouteObject[] => [{ errorElement: <LostScreen />, children: SCREENS[desk] }];

/** Each role's screens are a piece of their own: a phone fetches only what its owner uses. */
export const router = createBrowserRouter([
  {
    path: "/",
    errorElement: <LostPage />,
    children: [
      { index: true, element: <Home /> },
      {
        path: "sign-in",
        lazy: async () => ({
          Component: await arrived(async () => (await import("../features/account/SignIn")).SignIn),
        }),
      },
      { path: "partner", ...PARTNER, element: <Shell desk="partner" />, children: within("partner") },
      { path: "interpreter", element: <Shell desk="interpreter" />, children: within("interpreter") },
      { path: "team", ...TEAM, element: <Shell desk="team" />, children: within("team") },
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
