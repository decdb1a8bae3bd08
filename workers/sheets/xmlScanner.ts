/** What a scanner tells, in the order of the text. Names come without their namespace. */
export interface XmlEvents {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

/** Characters of one tag or one text: a cell holds 32,767. */
const longestToken = 2 ** 20

/** XML that this program reads is never longer in one piece, nor has it a document type. */
export class HostileXml extends Error {}

/**
 * Goes through XML piece by piece without keeping it. It knows the five entities of XML and numbers, and nothing
 * else: a document type, with which entities could be made up, is refused.
 */
export function createXmlScanner({ open, text, close }: XmlEvents) {
  let rest = ''
  let depth = 0

  /** Takes one token from `at`; where it ends, or -1 if it is not whole yet. */
  function take(at: number): number {
    if (rest[at] !== '<') {
      const end = rest.indexOf('<', at)
      if (end < 0) return -1
      if (depth > 0) text(decoded(rest.slice(at, end)))
      return end
    }
    if (rest.startsWith('<!--', at)) return after('-->', at)
    if (rest.startsWith('<![CDATA[', at)) {
      const end = after(']]>', at)
      if (end > 0) text(rest.slice(at + 9, end - 3))
      return end
    }
    if (rest.startsWith('<?', at)) return after('?>', at)
    if (rest.startsWith('<!', at)) {
      // Its beginning may be that of a comment that is not whole yet.
      if (rest.length - at < 9 && '<!--<![CDATA['.includes(rest.slice(at))) return -1
      throw new HostileXml('a document type')
    }
    const end = endOfTag(rest, at)
    if (end > 0) tag(rest.slice(at + 1, end - 1))
    return end
  }

  function after(mark: string, at: number): number {
    const end = rest.indexOf(mark, at)
    return end < 0 ? -1 : end + mark.length
  }

  function tag(inside: string): void {
    if (inside.startsWith('/')) {
      depth -= 1
      close(localName(inside.slice(1)))
      return
    }
    const isEmpty = inside.endsWith('/')
    const [whole = ''] = /^[^\s/]*/.exec(inside) ?? []
    depth += 1
    open(localName(whole), inside.slice(whole.length, isEmpty ? -1 : undefined))
    if (!isEmpty) return
    depth -= 1
    close(localName(whole))
  }

  return {
    write(chunk: string): void {
      rest += chunk
      let at = 0
      for (let end = take(0); end > at; end = take(at)) {
        at = end
        if (at === rest.length) break
      }
      rest = rest.slice(at)
      if (rest.length > longestToken) throw new HostileXml('a tag or text without an end')
    },
    /** Throws where it ended in the middle. */
    end(): void {
      if (depth !== 0 || rest.trim() !== '') throw new HostileXml('an end in the middle')
    },
  }
}

/** A `>` in quotes is none. */
function endOfTag(text: string, at: number): number {
  let quote = ''
  for (let place = at + 1; place < text.length; place += 1) {
    const sign = text[place] as string
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return place + 1
  }
  return -1
}

function localName(name: string): string {
  return name.trim().replace(/^[^:]*:/, '')
}

/** The value of an attribute, null where there is none of this name. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : decoded(value)
}

const entities: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" },
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const code = number && Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10)
    const sign = code === null ? entities[name] : code <= 0x10ffff && String.fromCodePoint(code)
    if (!sign || !whole.endsWith(';')) throw new HostileXml('an entity that XML does not know')
    return sign
  })
}
