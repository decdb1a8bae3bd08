/** 0 to 1 as “96 %”, never rounded up to a certainty that is not there. */
export function percentOf(share: number): string {
  return `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))} %`
}

/** Progress as “43 %”: 100 only when everything is done. */
export function progressOf(percent: number): string {
  return `${Math.floor(percent)} %`
}

/** How long something took: “0.8 s”, “42 s”, “3 min 5 s”, “2 h 10 min”. */
export function durationOf(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** How long something will take, as a person would say it: “about 3 minutes left”. */
export function timeLeftOf(seconds: number): string {
  if (seconds < 10) return 'a few seconds left'
  if (seconds < 55) return `about ${Math.round(seconds / 10) * 10} seconds left`
  const minutes = Math.round(seconds / 60)
  if (minutes <= 1) return 'about a minute left'
  if (minutes < 60) return `about ${minutes} minutes left`
  const hours = Math.round(minutes / 60)
  return hours <= 1 ? 'about an hour left' : `about ${hours} hours left`
}

export function secondsBetween(start: string | null, end: string | null): number | null {
  if (!start || !end) return null
  return Math.max(0, (Date.parse(end) - Date.parse(start)) / 1000)
}

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const weekday = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** “Today, 14:02”, “Yesterday, 09:15”, “3 May, 17:40”, “12 Dec 2025”. */
export function whenOf(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const daysAgo = Math.ceil((midnight - date.getTime()) / 86_400_000)
  if (daysAgo <= 0) return `Today, ${clock.format(date)}`
  if (daysAgo === 1) return `Yesterday, ${clock.format(date)}`
  if (date.getFullYear() === now.getFullYear()) return `${day.format(date)}, ${clock.format(date)}`
  return dayAndYear.format(date)
}

/** “Mon, 4 May 2026”: a day to come. */
export function dayOf(iso: string): string {
  return weekday.format(new Date(iso))
}

/** “182 kB”, “3.4 MB”. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** The last part of a path, whichever way its slashes lean. */
export function baseNameOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}
