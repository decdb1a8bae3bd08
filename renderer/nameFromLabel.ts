/** Letters that no accent is taken off from. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
}

/** The stable name that a label suggests: “Fällig am” gives `fallig_am`; one that is taken gets a number. */
export function nameFromLabel(
  label: string,
  taken: readonly string[] = [],
  otherwise = 'field',
): string {
  const plain = label
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
  const name = plain || otherwise
  if (!taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name}_${number}`)) number++
  return `${name}_${number}`
}
