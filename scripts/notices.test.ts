import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { noticesText } from './notices/noticesText.ts'
import { shippedPackages } from './notices/shippedPackages.ts'

const root = dirname(import.meta.dirname)

test('the notices are those of the packages in the lock file (else: npm run notices)', () => {
  const kept = readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8')
  expect(kept === noticesText(root)).toBe(true)
})

test('every package that package.json ships is named, with what comes along', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const shipped = shippedPackages(root, Object.keys(dependencies))
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
  expect(names).toContain('@img/sharp-libvips-linux-x64')
  expect(names).toContain('@img/sharp-win32-x64')
  expect(shipped.find(({ name }) => name === 'libheif-js')?.licence).toBe('LGPL-3.0')
})

test('what is only for development is not shipped', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const names = shippedPackages(root, Object.keys(dependencies)).map(({ name }) => name)
  expect(names).not.toContain('vitest')
  expect(names).not.toContain('typescript')
})
