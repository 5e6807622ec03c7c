import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { NavigationType, useLocation, useMatches, useNavigationType } from "react-router";

/** What the tab and the list of windows say: the screen's own heading first, since several are open at once. */
function name(main: HTMLElement) {
  const heading = main.querySelector("h1")?.textContent?.trim();
  document.title = heading ? `${heading} · Passerelle` : "Passerelle";
}

/**
 * What a page load does and a change of screen does not: the title is the new screen's, it begins at its top (going
 * back, where it was left), and whoever works by keyboard or hears the page read is taken into it.
 */
export function useScreen(main: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const how = useNavigationType();
  const route = useMatches().at(-1)?.id;
  const shown = useRef({ pathname, route });

  useEffect(() => {
    const watched = main.current;
    if (!watched) return;
    name(watched);
    // The heading comes with what is fetched, and changes with the language.
    const observer = new MutationObserver(() => name(watched));
    observer.observe(watched, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [main]);

  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { pathname, route };
    if (before.pathname === pathname) return;
    // The same screen under a better address, as a form whose draft has got its id: somebody is typing in it.
    if (how === NavigationType.Replace && before.route === route) return;
    if (how !== NavigationType.Pop) window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [how, main, pathname, route]);
}
