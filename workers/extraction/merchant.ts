import { headOf } from './headLines.ts'
import { merchantAddress } from './merchantAddress.ts'
import { namesIn } from './merchantName.ts'
import { mergeAlike, type Party } from './partyText.ts'
import type { Reading } from './reading.ts'

/**
 * Merchant of a receipt: the first telling line at the top, a legal form, a registration number or large type
 * speaking for it; the address is what follows up to the contact lines.
 */
export function findMerchant(reading: Reading): Party {
  const head = headOf(reading)
  const names = mergeAlike(namesIn(head, reading))
  const [name] = names
  const start = head.findLastIndex((segment) => name?.segments.includes(segment))
  return { names, addresses: merchantAddress(head.slice(start + 1)) }
}
