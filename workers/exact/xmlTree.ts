import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element of an XML document; names without prefix, text without what its children say. */
export interface XmlNode {
  readonly name: string
  /** URI that its prefix stands for; empty without one. */
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly XmlNode[]
}

/** Bytes, with papers that an e-invoice has inside. */
const largest = 20_000_000
/** Letters without them: the invoices of our samples have at most 60,000. */
const longest = 3_000_000
/** Elements within elements; an e-invoice has about ten. */
const deepest = 60

/**
 * The root element of an XML document in UTF-8, UTF-16 or Latin-1. Null for what is no XML, is broken, is
 * too large or too deep, or has a document type: entities that it may define are how small files become huge.
 */
export function readXml(bytes: Uint8Array): XmlNode | null {
  if (bytes.length > largest) return null
  const text = withoutPapers(decode(bytes).trimStart())
  if (!text.startsWith('<') || text.length > longest || /<!(?:DOCTYPE|ENTITY)/i.test(text))
    return null
  try {
    if (XMLValidator.validate(text) !== true) return null
    const roots = (parser.parse(text) as Parsed[]).filter((entry) => tagOf(entry) !== null)
    return roots[0] && roots.length === 1 ? nodeOf(roots[0], {}) : null
  } catch {
    // Whatever the parser refuses costs nothing: the page is read on without it.
    return null
  }
}

/** The first element at the end of a path of names; null without one. */
export function at(node: XmlNode | null, ...path: readonly string[]): XmlNode | null {
  return path.reduce<XmlNode | null>(
    (found, name) => found?.children.find((child) => child.name === name) ?? null,
    node,
  )
}

/** All elements of a name right below another. */
export function all(node: XmlNode | null, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
  maxNestedTags: deepest,
})

/** One entry of the parser: an element under its name, or a text under `#text`. */
type Parsed = Readonly<Record<string, unknown>>
type Prefixes = Readonly<Record<string, string>>

function tagOf(entry: Parsed): string | null {
  return Object.keys(entry).find((key) => key !== ':@' && key !== '#text') ?? null
}

function nodeOf(entry: Parsed, inherited: Prefixes): XmlNode {
  const tag = tagOf(entry) ?? ''
  const attributes = (entry[':@'] ?? {}) as Record<string, string>
  const prefixes = withDeclared(inherited, attributes)
  const [prefix, name] = tag.includes(':') ? (tag.split(':', 2) as [string, string]) : ['', tag]
  const content = (entry[tag] ?? []) as readonly Parsed[]
  return {
    name,
    namespace: prefixes[prefix] ?? '',
    attributes,
    text: plain(content.map((child) => child['#text'] ?? '').join('')).trim(),
    children: content
      .filter((child) => tagOf(child) !== null)
      .map((child) => nodeOf(child, prefixes)),
  }
}

function withDeclared(inherited: Prefixes, attributes: Readonly<Record<string, string>>): Prefixes {
  const declared = Object.entries(attributes).flatMap(([name, value]) => {
    if (name === 'xmlns') return [['', value] as const]
    return name.startsWith('xmlns:') ? [[name.slice(6), value] as const] : []
  })
  return declared.length > 0 ? { ...inherited, ...Object.fromEntries(declared) } : inherited
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text without the five entities that every XML knows, and without numbers of letters. */
function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Without long runs of base64: papers that came with the invoice, most of the time of parsing it. */
function withoutPapers(text: string): string {
  if (!text.startsWith('<')) return text
  return text.replace(/>([A-Za-z0-9+/=\s]{2000,})</g, (whole, content) =>
    /^\s*[^\s]{50}/.test(content) ? '><' : whole,
  )
}

function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const isLatin = /encoding=["'](?:iso-8859-1|windows-1252|latin-?1)["']/i.test(head)
  return new TextDecoder(isLatin ? 'windows-1252' : 'utf-8').decode(bytes)
}
