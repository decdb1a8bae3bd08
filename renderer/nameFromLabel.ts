/** Letters that are spelled in two, or that no accent can be taken off. */
const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
}

/** The stable name that a label suggests: “Fällig am” gives `faellig_am`; one that is taken gets a number. */
export function nameFromLabel(
  label: string,
  taken: readonly string[] = [],
  otherwise = 'field',
): string {
  const plain = label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøłđ]/g, (letter) => spelled[letter] ?? letter)
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
