import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Desk } from "./first";
import { SCREENS } from "./screens";

/** Milliseconds after which a browser that cannot say so is taken to be idle. */
const A_WHILE = 1_000;

function whenIdle(act: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, A_WHILE);
    return () => clearTimeout(timer);
  }
  const idle = window.requestIdleCallback(act);
  return () => window.cancelIdleCallback(idle);
}

/**
 * Fetches the desk's other screens, one at a time and only while nothing else is fetched, so that they are there when the
 * connection goes. The first that does not come ends it until the connection is back.
 */
export function Ahead({ desk }: { desk: Desk }) {
  const busy = useIsFetching() > 0;
  const [next, setNext] = useState(0);
  const [lost, setLost] = useState(false);
  const screen = SCREENS[desk][next];
  useEffect(() => {
    if (!screen || busy || lost || navigator.connection?.saveData) return;
    return whenIdle(() => {
      screen.lazy().then(
        () => setNext(next + 1),
        () => setLost(true),
      );
    });
  }, [busy, lost, next, screen]);
  useEffect(() => {
    const back = () => setLost(false);
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, []);
  return null;
}
