import { fitName } from '../dropPath.ts'

/** Most file systems take 255 bytes; what is left is for ` (2)`. */
const mostBytes = 240
/** They make a name read as another one: `invoice‮fdp.exe`. */
const turnsText = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * The name under which a file is kept that a program sent: the last part of what it says, without anything that leads
 * elsewhere, breaks a line or turns the direction of text; the ending stays, also of a name that is too long.
 */
export function uploadName(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? ''
  const name = fitName(last.replace(turnsText, '_').trim())
  if (name === '' || /^[._]+$/.test(name)) return 'unnamed'
  return shortened(name)
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= mostBytes) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  let stem = ''
  let bytes = Buffer.byteLength(ending)
  for (const letter of name.slice(0, name.length - ending.length)) {
    bytes += Buffer.byteLength(letter)
    if (bytes > mostBytes) break
    stem += letter
  }
  return fitName(stem) + ending
}
