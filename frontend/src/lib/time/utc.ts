/** The day in UTC, as the filters of lists read days (`yyyy-mm-dd`). */
export const utcDay = (moment: Date) => moment.toISOString().slice(0, "yyyy-mm-dd".length);
