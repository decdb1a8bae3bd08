import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { completeLock } from './completeLock.ts'

const root = dirname(dirname(import.meta.dirname))

test('our lock file has the parts of every system (else: npm run lock)', () => {
  const kept = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(completeLock(kept) === kept).toBe(true)
})

test('a part that is missing is added for its system alone', () => {
  const parts = ['darwin-arm64', 'linux-x64-gnu', 'linux-arm-gnueabihf', 'linux-x64-musl']
  const optionalDependencies = Object.fromEntries(parts.map((part) => [`canvas-${part}`, '1.1.1']))
  const lock = {
    lockfileVersion: 3,
    packages: {
      'node_modules/canvas': { version: '1.1.1', dev: true, license: 'MIT', optionalDependencies },
      'node_modules/canvas-linux-x64-gnu': { version: '1.1.1', integrity: 'sha512-x' },
    },
  }
  const { packages } = JSON.parse(completeLock(JSON.stringify(lock)))
  const part = { version: '1.1.1', dev: true, license: 'MIT', optional: true }
  expect(packages).toEqual({
    ...lock.packages,
    'node_modules/canvas-darwin-arm64': { ...part, cpu: ['arm64'], os: ['darwin'] },
    'node_modules/canvas-linux-arm-gnueabihf': {
      ...part,
      cpu: ['arm'],
      libc: ['glibc'],
      os: ['linux'],
    },
    'node_modules/canvas-linux-x64-musl': { ...part, cpu: ['x64'], libc: ['musl'], os: ['linux'] },
  })
})

test('a name that tells no system is not guessed at', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-native': '1.0.0' } } }
  expect(() => completeLock(JSON.stringify({ packages }))).toThrow('“a-native”')
})
