import { useEffect, useState, useSyncExternalStore } from "react";
import { Keeper, type Options } from "./keeper";

/** One keeper for the life of the screen. It saves at once when the connection comes back, and stops with the screen. */
export function useKeeper(options: Options): Keeper {
  const [keeper] = useState(() => new Keeper(options));
  useSyncExternalStore(keeper.subscribe, () => keeper.state);
  useEffect(() => {
    const save = () => void keeper.save();
    keeper.resume();
    window.addEventListener("online", save);
    document.addEventListener("visibilitychange", save);
    return () => {
      window.removeEventListener("online", save);
      document.removeEventListener("visibilitychange", save);
      keeper.stop();
    };
  }, [keeper]);
  return keeper;
}
