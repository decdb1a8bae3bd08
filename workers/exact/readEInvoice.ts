import type { ExactSource } from '../model.ts'
import { readCii } from './cii.ts'
import { readUbl } from './ubl.ts'
import { readXml } from './xmlTree.ts'

/**
 * What an attached file states when it is an e-invoice: known by its root element and namespace, whatever
 * it is called. Null for everything else, also for one that is broken or states nothing.
 */
export function readEInvoice(bytes: Uint8Array): ExactSource | null {
  const root = readXml(bytes)
  if (!root) return null
  const cii = readCii(root)
  const found = cii ?? readUbl(root)
  if (!found || found.facts.length === 0) return null
  return { reader: 'xml', format: cii ? 'cii' : 'ubl', box: null, ...found }
}
