const dayMs = 24 * 60 * 60 * 1000
// Day 60 of Excel's calendar is 29 February 1900, which never was; from day 61 on it is right.
const dayZero = Date.UTC(1899, 11, 30)
const firstRightDay = 61

/** Excel's number for an ISO date, from 1900-03-01 to 9999-12-31; null for every other text. */
export function dateSerial(iso: string): number | null {
  if (!isRealDate(iso)) return null
  // Date.parse of a date without a time is midnight UTC: no time zone can move the day.
  const serial = (Date.parse(iso) - dayZero) / dayMs
  return serial >= firstRightDay ? serial : null
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
export function isRealDate(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return false
  const time = Date.parse(iso)
  // Some engines read 30 February as 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}
