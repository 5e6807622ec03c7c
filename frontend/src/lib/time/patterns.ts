/** How each language puts a date together. The names come from `names/`, or from the browser where it knows them. */
interface Patterns {
  day: string;
  shortDay: string;
  moment: string;
  /** A day of the Solar Hijri calendar. */
  solar?: string;
}

export const PATTERNS: Record<string, Patterns> = {
  fa: {
    day: "{weekday} {day} {month}",
    shortDay: "{weekday} {day} {month}",
    moment: "{date}، ساعت {time}",
    solar: "{day} {month}",
  },
  prs: {
    day: "{weekday} {day} {month}",
    shortDay: "{weekday} {day} {month}",
    moment: "{date}، ساعت {time}",
    solar: "{day} {month}",
  },
  ps: {
    day: "{weekday}، د {month} {day}",
    shortDay: "{weekday}، د {month} {day}",
    moment: "{date}، {time} بجې",
    solar: "د {month} {day}",
  },
  ckb: {
    day: "{weekday}، {day}ی {month}",
    shortDay: "{weekday}، {day}ی {month}",
    moment: "{date}، کاتژمێر {time}",
  },
  ti: {
    day: "{weekday}፣ {day} {month}",
    shortDay: "{weekday}፣ {day} {month}",
    moment: "{date} ሰዓት {time}",
  },
};

/**
 * From one clock time to another. In words where the script runs from the right: two numbers with a dash between
 * are read from either end there, and the later hour would come first.
 */
export const SPANS: Record<string, string> = {
  ar: "من {from} إلى {to}",
  fa: "از {from} تا {to}",
  prs: "از {from} تا {to}",
  ps: "له {from} تر {to}",
  ckb: "لە {from} تا {to}",
  ti: "ካብ {from} ክሳብ {to}",
};

/** `pattern` with each `{name}` replaced. */
export function filled(pattern: string, parts: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
