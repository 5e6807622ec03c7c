/**
 * Where a call to `number` goes: as people write numbers, with spaces, dots and brackets, no phone dials them. The
 * zero in "+44 (0)1632" is for callers inside the country, and not dialled after the country's own digits.
 */
export function callTo(number: string): string {
  return `tel:${number.replace(/^(\+[^(]*)\(0\)/, "$1").replaceAll(/[^+\d]/g, "")}`;
}
