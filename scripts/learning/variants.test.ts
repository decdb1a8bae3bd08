import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../electron/core/templates.ts'
import { labelList } from '../../workers/template.ts'
import { build } from '../samples/build.ts'
import { documents } from '../samples/catalogue.ts'
import type { Invoice } from '../samples/model.ts'
import { words } from '../samples/words.ts'
import { isOfVariants, variantOf } from './variants.ts'

const folder = fileURLToPath(new URL('../../resources/templates', import.meta.url))
const templates = fs.readdirSync(folder).map((name) => readTemplate(path.join(folder, name)))
const samples = documents.filter(isOfVariants)
const all = { samples, templates }
const invoices = samples.filter((sample) => sample.kind === 'invoice')
const seeds = Array.from({ length: 20 }, (_, i) => `seed ${i}`)

/** What the truth about a paper says of its fields. */
async function truthOf(invoice: Invoice) {
  return (await build({ ...invoice, file: 'paper.pdf' })).truth
}

describe('variantOf', () => {
  it('gives the same paper for the same seed, another for another', () => {
    for (const sample of samples) {
      const one = JSON.stringify(variantOf(sample, 'a', all))
      expect(JSON.stringify(variantOf(sample, 'a', all))).toBe(one)
      expect(JSON.stringify(variantOf(sample, 'b', all))).not.toBe(one)
    }
  })

  it('keeps the layout, language and currency of its sample', () => {
    for (const sample of samples)
      for (const seed of seeds) {
        const { kind, layout, language, currency } = variantOf(sample, seed, all)
        const { kind: wanted, ...kept } = sample
        expect(kind).toBe(wanted)
        expect(kept).toMatchObject({ layout, language, currency })
      }
  })

  it('names no company of the samples', () => {
    const known = new Set(
      samples.flatMap((sample) =>
        sample.kind === 'invoice' ? [sample.seller.name, sample.buyer.name] : [sample.merchant],
      ),
    )
    for (const sample of samples)
      for (const seed of seeds) {
        const variant = variantOf(sample, seed, all)
        const names =
          variant.kind === 'invoice'
            ? [variant.seller.name, variant.buyer.name]
            : [variant.merchant]
        expect(names.filter((name) => known.has(name))).toEqual([])
      }
  })

  it('says labels as a template knows them, or as the sample did', () => {
    const labels = new Set(
      templates
        .flatMap(({ fields }) => fields.flatMap((field) => labelList(field.labels)))
        .map((label) => label.toLowerCase()),
    )
    for (const sample of invoices)
      for (const seed of seeds) {
        const variant = variantOf(sample, seed, all)
        const said = Object.entries(variant.kind === 'invoice' ? (variant.words ?? {}) : {})
        const own: Record<string, unknown> = { ...words[sample.language], ...sample.words }
        const strange = said.filter(
          ([word, label]) => own[word] !== label && !labels.has(String(label).toLowerCase()),
        )
        expect(strange).toEqual([])
      }
  })

  it('leaves fields out in some papers and not in others', () => {
    const [sample] = invoices.filter(({ due, bank }) => due && bank)
    const parts = ['due', 'delivered', 'order', 'customer', 'bank'] as const
    const variants = seeds.map((seed) => variantOf(sample as Invoice, seed, all))
    for (const part of parts) {
      const having = variants.filter((variant) => part in variant).length
      expect(having).toBeGreaterThan(0)
      expect(having).toBeLessThan(seeds.length)
    }
  })
})

describe('the truth about a paper', () => {
  it('says of fields that were left out that the paper has none', async () => {
    const names = { due: 'due_date', delivered: 'delivery_date', order: 'order_number' } as const
    for (const [at, sample] of invoices.entries()) {
      const variant = variantOf(sample, `truth ${at}`, all) as Invoice
      const { normalized, absent_fields } = await truthOf(variant)
      for (const [part, field] of Object.entries(names)) {
        const value = variant[part as keyof typeof names]
        expect(absent_fields.includes(field)).toBe(value === undefined)
        expect(normalized[field]).toBe(value)
      }
      expect(absent_fields.includes('iban')).toBe(variant.bank === undefined)
      expect(normalized.invoice_number).toBe(variant.number)
    }
  })
})
