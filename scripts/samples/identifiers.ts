/** Numbers that pass their check digits and belong to nobody. */

function mod97(digits: string): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

const lettersToDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))

/** The IBAN of an invented account, with its check digits. */
export function iban(country: string, account: string): string {
  const check = 98 - mod97(lettersToDigits(`${account}${country}00`))
  return `${country}${String(check).padStart(2, '0')}${account}`
}

/** Says whether an IBAN's check digits agree with the rest. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '')
  return (
    /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain) &&
    mod97(lettersToDigits(plain.slice(4) + plain.slice(0, 4))) === 1
  )
}

/** Groups of four, as on paper. */
export const groupedByFour = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ')

function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const weighted = (digits: string, weights: readonly number[]): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0)

/** A VAT id per country from its leading digits; each adds the check digits that the country asks for. */
export const vatId = {
  DE: (eight: string): string => {
    let product = 10
    for (const digit of eight) {
      const sum = (Number(digit) + product) % 10 || 10
      product = (2 * sum) % 11
    }
    return `DE${eight}${(11 - product) % 10}`
  },
  FR: (eight: string): string => {
    const siren = `${eight}${luhnDigit(eight)}`
    return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`
  },
  ES: (seven: string): string => `ESB${seven}${luhnDigit(seven)}`,
  IT: (ten: string): string => `IT${ten}${luhnDigit(ten)}`,
  NL: (eight: string): string => {
    const check = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    if (check === 10) throw new Error(`${eight} has no check digit`)
    return `NL${eight}${check}B01`
  },
  GB: (seven: string): string => {
    const check = 97 - (weighted(seven, [8, 7, 6, 5, 4, 3, 2]) % 97)
    return `GB${seven}${String(check).padStart(2, '0')}`
  },
  BE: (eight: string): string => `BE${eight}${String(97 - (Number(eight) % 97)).padStart(2, '0')}`,
  AT: (seven: string): string => {
    const sum = [...seven].reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + Math.floor(doubled / 10) + (doubled % 10)
    }, 0)
    return `ATU${seven}${(96 - sum) % 10}`
  },
  CH: (eight: string): string => {
    const check = (11 - (weighted(eight, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11
    if (check === 10) throw new Error(`${eight} has no check digit`)
    return `CHE-${eight.slice(0, 3)}.${eight.slice(3, 6)}.${eight.slice(6)}${check} MWST`
  },
}

/** A Swiss payment reference: 26 digits and a check digit, printed in groups of five from the right. */
export function swissReference(digits: string): string {
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]
  const padded = digits.padStart(26, '0')
  let carry = 0
  for (const digit of padded) carry = table[(carry + Number(digit)) % 10] ?? 0
  const whole = `${padded}${(10 - carry) % 10}`
  return `${whole.slice(0, 2)} ${whole.slice(2).replace(/(.{5})(?=.)/g, '$1 ')}`
}

/** A Belgian structured message: ten digits and their rest modulo 97 between plus signs. */
export function belgianMessage(tenDigits: string): string {
  const check = String(Number(tenDigits) % 97 || 97).padStart(2, '0')
  const whole = `${tenDigits}${check}`
  return `+++${whole.slice(0, 3)}/${whole.slice(3, 7)}/${whole.slice(7)}+++`
}
