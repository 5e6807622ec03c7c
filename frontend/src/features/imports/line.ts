/** One line of a CSV file: what holds a comma, a quote or a line break is quoted. */
export function line(cells: readonly string[], delimiter: string): string {
  return cells
    .map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
}
