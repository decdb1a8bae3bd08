/** The same, with this one added, or left out where it was in. */
export function toggled(checked: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return checked.has(key)
    ? new Set([...checked].filter((other) => other !== key))
    : new Set([...checked, key])
}

/** All from one to the other in the order that is shown, whichever comes first; one that is gone counts as the other. */
export function rangeOf(
  keys: readonly string[],
  from: string | null,
  to: string,
): ReadonlySet<string> {
  const end = keys.indexOf(to)
  const start = from !== null && keys.includes(from) ? keys.indexOf(from) : end
  return new Set(keys.slice(Math.min(start, end), Math.max(start, end) + 1))
}
