/** Formatters of dates and numbers. To make one takes a phone many times as long as to use it, and a list asks for hundreds. */
function kept<Options, Format>(make: (tag: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (tag: string, options: Options): Format => {
    const name = `${tag} ${JSON.stringify(options)}`;
    const found = made.get(name) ?? make(tag, options);
    made.set(name, found);
    return found;
  };
}

/** The zone is always said: the phone's own may change while the page is open. */
type Zoned = Intl.DateTimeFormatOptions & { timeZone: string };

export const dateFormat = kept((tag, options: Zoned) => new Intl.DateTimeFormat(tag, options));
export const numberFormat = kept(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
