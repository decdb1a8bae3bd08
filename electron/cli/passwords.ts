import { readFileSync } from 'node:fs'
import type { PasswordOptions } from './command.ts'
import { UsageError } from './options.ts'

/** The passwords that a command line gives, those of its file first. */
export function passwordsOf({ passwordFile, passwords }: PasswordOptions): string[] {
  return [...(passwordFile === null ? [] : linesOf(passwordFile)), ...passwords]
}

function linesOf(file: string): readonly string[] {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    return text.split(/\r?\n/).filter((line) => line !== '')
  } catch {
    throw new UsageError(`The password file “${file}” cannot be read.`)
  }
}
