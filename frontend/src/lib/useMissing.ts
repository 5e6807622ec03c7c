import { useState } from "react";

/** Whether a form was sent without the one thing it needs: to be said, for a button that does nothing says nothing. */
export function useMissing(value: unknown) {
  const [tried, setTried] = useState(false);
  const isThere = () => {
    setTried(!value);
    return Boolean(value);
  };
  return { missing: tried && !value, isThere };
}
