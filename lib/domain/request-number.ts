/** The ANEF's request number, nineteen digits with a day inside: what to ask the person, never a conclusion (domain.md § 6.3). */

/** `day`: the day that the number seems to hold, to be asked. `no-day`: nineteen digits, but no day where one stands. `length`: a few digits too many or too few. */
export type RequestNumberHint =
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'no-day' }
  | { readonly is: 'length'; readonly digits: number };

const LENGTH = 19;
const DAY = /^\d{4}(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{7}$/;

/**
 * @param today `YYYY-MM-DD`: a number holds no day to come
 * @returns null for anything that does not look like such a number
 */
export function requestNumberHint(typed: string, today: string): RequestNumberHint | null {
  const bare = typed.replace(/[\s.\u00ad\u2010-\u2015-]/g, '');
  if (!/^\d{17,21}$/.test(bare)) return null;
  if (bare.length !== LENGTH) return { is: 'length', digits: bare.length };
  const [, year, month, date] = DAY.exec(bare) ?? [];
  const day = `${year}-${month}-${date}`;
  const read = Date.parse(`${day}T00:00:00Z`);
  const exists = Number.isFinite(read) && new Date(read).toISOString().slice(0, 10) === day;
  return exists && day <= today ? { is: 'day', day } : { is: 'no-day' };
}
