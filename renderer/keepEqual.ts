/** The newer of two values, with every part that is as it was taken from the older: what shows a part need not draw it anew. */
export function keepEqual<T>(older: unknown, newer: T): T {
  if (Object.is(older, newer)) return newer
  if (Array.isArray(newer)) {
    if (!Array.isArray(older)) return newer
    const parts = newer.map((part, i) => keepEqual(older[i], part))
    const isSame = older.length === parts.length && parts.every((part, i) => part === older[i])
    return (isSame ? older : parts) as T
  }
  if (!isRecord(older) || !isRecord(newer)) return newer
  const names = Object.keys(newer)
  const parts = names.map((name) => [name, keepEqual(older[name], newer[name])] as const)
  const isSame =
    names.length === Object.keys(older).length &&
    parts.every(([name, part]) => name in older && part === older[name])
  return (isSame ? older : Object.fromEntries(parts)) as T
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
