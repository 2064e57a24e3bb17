const MS = 86_400_000;

/**
 * The day that a text begins with, as the number of days since 1970-01-01; NaN if it is none. The time of day and its zone are left out:
 * the day is the one that was on the wall where the interview took place.
 *
 * @example
 * dayNumber("1970-01-11T23:30:00-06:00"); // => 10
 */
export function dayNumber(text: string): number {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/.exec(text);
  if (match === null) return Number.NaN;
  const [, year, month, day] = match;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // 2021-02-30 would silently become the second of March
  return new Date(time).getUTCDate() === Number(day) ? time / MS : Number.NaN;
}

/**
 * A day as text, year first.
 *
 * @example
 * dayText(10); // => "1970-01-11"
 */
export function dayText(days: number): string {
  return new Date(Math.floor(days) * MS).toISOString().slice(0, 10);
}
