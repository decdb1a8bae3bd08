import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../core/testing/testApp.ts'
import { commandEntries } from './commandTable.ts'
import { completion } from './completion.ts'
import type { Shell } from './shells.ts'

function scriptFile(shell: Shell, name = 'sheaf'): string {
  const file = join(testFolder(), `completion.${shell}`)
  writeFileSync(file, completion({ kind: 'completion', shell, name }))
  return file
}

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

const commands = commandEntries.map(([name]) => name)

/** What bash would offer behind a line; the last word is the one that is being typed. */
function inBash(words: readonly string[], folder = testFolder()): string[] {
  const asked = `
    source "$1"; shift
    COMP_WORDS=(sheaf "$@"); COMP_CWORD=$#
    _sheaf
    printf '%s\\n' "\${COMPREPLY[@]}"`
  const file = scriptFile('bash')
  const said = execFileSync('bash', ['-c', asked, 'bash', file, ...words], { cwd: folder })
  return said.toString().split('\n').filter(Boolean)
}

function files(): string {
  const folder = testFolder({ 'in voice.pdf': '', 'invoice.pdf': '', 'a*.json': '' })
  mkdirSync(join(folder, 'inbox'))
  return folder
}

test('bash offers commands, options of a command, values of an option, and files', () => {
  expect(inBash([''])).toEqual([...commands, 'help'])
  expect(inBash(['ex'])).toEqual(['extract', 'export', 'exports'])
  expect(inBash(['--d'])).toEqual(['--data-dir'])
  expect(inBash(['extract', 'x', '--th'])).toEqual(['--threshold', '--threads'])
  expect(inBash(['read', '--th'])).toEqual(['--threads'])
  expect(inBash(['extract', '--reader', ''])).toEqual(['auto', 'ocr', 'text_layer'])
  expect(inBash(['extract', '--priority', 'h'])).toEqual(['high'])
  expect(inBash(['extract', '--name', ''])).toEqual([])
  expect(inBash(['templates', ''])).toEqual(['list', 'show', 'import', 'check', 'test'])
  expect(inBash(['layouts', 'i'])).toEqual(['import', 'infer'])
  expect(inBash(['status', ''])).toEqual(['latest'])
  expect(inBash(['completion', 'p'])).toEqual(['powershell'])
  expect(inBash(['help', 'ver'])).toEqual(['verify'])
  const folder = files()
  expect(inBash(['extract', 'in'], folder).sort()).toEqual(['in voice.pdf', 'inbox', 'invoice.pdf'])
  expect(inBash(['extract', 'x', '-o', 'a'], folder)).toEqual(['a*.json'])
  expect(inBash(['extract', 'x', '--data-dir', 'in'], folder)).toEqual(['inbox'])
})

test.skipIf(!has('fish'))('fish offers the same', () => {
  const file = scriptFile('fish')
  const folder = files()
  const inFish = (line: string) =>
    execFileSync(
      'fish',
      ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', file, line],
      {
        cwd: folder,
        env: { ...process.env, HOME: folder },
      },
    )
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((offered) => offered.split('\t')[0])
      .sort()
  expect(inFish('sheaf ex')).toEqual(['export', 'exports', 'extract'])
  expect(inFish('sheaf extract --th')).toEqual(['--threads', '--threshold'])
  expect(inFish('sheaf extract --reader ')).toEqual(['auto', 'ocr', 'text_layer'])
  expect(inFish('sheaf templates ')).toEqual(['check', 'import', 'list', 'show', 'test'])
  expect(inFish('sheaf extract inv')).toEqual(['invoice.pdf'])
  expect(inFish('sheaf status ')).toEqual(['latest'])
})

test.skipIf(!has('zsh'))('zsh reads the script, and asks its own helpers for the same', () => {
  const file = scriptFile('zsh')
  execFileSync('zsh', ['-n', file])
  // The helpers of its completion need a terminal: what they are asked for is enough.
  const asked = `
    compdef() { print -r -- "compdef $*" }
    _describe() { print -r -- "$1 \${(P)2}" }
    _arguments() { print -rl -- "$@" }
    _files() { print -r -- "files $*" }
    source "$1"; shift
    words=(sheaf "$@"); CURRENT=$#words; PREFIX="$words[-1]"
    _sheaf`
  const inZsh = (...words: string[]) =>
    execFileSync('zsh', ['-f', '-c', asked, 'zsh', file, ...words]).toString()
  expect(inZsh('')).toContain('compdef _sheaf sheaf\ncommand extract:read files and folders')
  const extract = inZsh('extract', '')
  expect(extract).toContain(
    '*--reader[auto (the text inside a file where it can be trusted), ocr or text_layer]:value:(auto ocr text_layer)\n',
  )
  expect(extract).toContain('\n*: :_files\n')
  expect(inZsh('templates', '')).toContain('*: :(list show import check test)')
  expect(inZsh('-')).toContain('*--data-dir[')
})

test('PowerShell is given a script of this shape', async () => {
  const script = completion({ kind: 'completion', shell: 'powershell', name: 'sheaf' })
  // Strings are closed, and braces are paired.
  const bare = script.replace(/'(?:[^']|'')*'/g, '').replace(/#.*$/gm, '')
  expect(bare).not.toContain("'")
  for (const [open, close] of ['{}', '()', '[]'])
    expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length)
  await expect(script).toMatchFileSnapshot('completion/powershell.golden.ps1')
})

test('a command of another name has a script of its own', () => {
  const file = scriptFile('bash', 'my-sheaf')
  const said = execFileSync('bash', ['-c', 'source "$1"; complete -p my-sheaf', 'bash', file])
  expect(said.toString()).toBe('complete -F _my_sheaf my-sheaf\n')
})
