import fc from 'fast-check'
import { expect, it } from 'vitest'
import { at, readXml } from './xmlTree.ts'

const xml = (text: string) => readXml(new TextEncoder().encode(text))

it('knows namespaces by their URI, whatever their prefix', () => {
  const namespaces = [
    '<a:x xmlns:a="urn:one"/>',
    '<x xmlns="urn:one"/>',
    '<b:x xmlns:b="urn:one"/>',
  ]
  for (const text of namespaces)
    expect(xml(text)).toMatchObject({ name: 'x', namespace: 'urn:one' })
  expect(xml('<x/>')).toMatchObject({ name: 'x', namespace: '' })
})

it('reads entities of XML itself and leaves text as it stands', () => {
  const root = xml('<x><y>A &amp; B &#x41;&#66; <![CDATA[<C>]]></y><z> 007 </z></x>')
  expect(at(root, 'y')?.text).toBe('A & B AB <C>')
  expect(at(root, 'z')?.text).toBe('007')
})

it('reads Latin-1 and UTF-16 as they are declared', () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><x>Müller</x>', 'latin1')
  expect(readXml(latin)?.text).toBe('Müller')
  const wide = Buffer.from('\ufeff<x>Müller</x>', 'utf16le')
  expect(readXml(wide)?.text).toBe('Müller')
})

it('an XML bomb costs nothing: a document type is refused unread', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${'&a;'.repeat(1000)}">]><x>&b;</x>`
  expect(xml(bomb)).toBeNull()
  expect(xml(`<?xml version="1.0"?>\n${bomb}`)).toBeNull()
})

it('an XML that is too deep or too large costs nothing', () => {
  expect(xml('<x>'.repeat(100_000) + '</x>'.repeat(100_000))).toBeNull()
  expect(xml(`<x>${'word '.repeat(1_000_000)}</x>`)).toBeNull()
})

it('leaves out papers that an invoice has inside, and no long text', () => {
  const [paper, prose] = ['QUJD'.repeat(2000), 'delivered as agreed '.repeat(200)]
  const root = xml(`<x><y>${paper}</y><z>${prose}</z></x>`)
  expect(at(root, 'y')?.text).toBe('')
  expect(at(root, 'z')?.text).toBe(prose.trim())
})

it('broken XML, several roots and what is no XML are nothing', () => {
  for (const text of ['<x><y></x>', '<x', '<x/><y/>', '', 'x', '%PDF-1.7', '<x a=1/>'])
    expect(xml(text), text).toBeNull()
})

it('never throws, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      readXml(bytes)
    }),
  )
  const pieces = fc.constantFrom(
    '<x>',
    '</x>',
    '<a:b ',
    'xmlns:a="u"',
    '>',
    '/>',
    '&#9;',
    '<![CDATA[',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      xml(parts.join(''))
    }),
  )
})
