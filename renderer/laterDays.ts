/** Days to postpone to, each with its name; `date` is as a date input has it. */
export function laterDays(now: Date): readonly { readonly words: string; readonly date: string }[] {
  const at = (days: number) =>
    dateOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days))
  // Sunday is 0; on a Monday it is the one after.
  const toMonday = (8 - now.getDay()) % 7 || 7
  const month = dateOf(new Date(now.getFullYear(), now.getMonth() + 1, 1))
  return [
    { words: 'Tomorrow', date: at(1) },
    { words: 'Next Monday', date: at(toMonday) },
    { words: 'The 1st of next month', date: month },
  ]
}

/** The moment at which a day begins here; null: it is no day, or not a later one than today. */
export function beginOfDay(date: string, now: Date): string | null {
  const [year, month, day] = date.split('-').map(Number)
  if (!year || !month || !day) return null
  const begin = new Date(year, month - 1, day)
  return begin > now ? begin.toISOString() : null
}

function dateOf(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
