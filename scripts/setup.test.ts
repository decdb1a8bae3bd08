import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rendererBuild } from './setup/builds.mjs'
import { hashOf } from './setup/hashOf.mjs'
import { holdLock } from './setup/holdLock.mjs'
import { ocrData, ocrLanguages } from './setup/ocrData.mjs'
import { packages } from './setup/packages.mjs'
import { pinnedNode } from './setup/paths.mjs'
import { setup } from './setup.mjs'

let root: string
let said: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sheaf-setup-'))
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text
    return true
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
})

function write(path: string, content: string | Buffer = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version },
      'node_modules/for-macs': { version: '1.0.0', optional: true },
    },
  })

/** A program in npm's place: `npm` runs it as a script of Node, as it does its own. */
function standInForNpm(script: string): void {
  write('npm.cjs', script)
  vi.stubEnv('npm_execpath', join(root, 'npm.cjs'))
  vi.stubEnv('npm_node_execpath', process.execPath)
}

/** What `npm ci` leaves, as far as the set-up looks. */
function install(version: string): void {
  write('node_modules/.package-lock.json', lock(version))
  write('node_modules/node/bin/node')
}

describe('packages', () => {
  test('a fresh clone is installed, with development packages, in the checkout', async () => {
    write('package-lock.json', lock('4.6.7'))
    standInForNpm(`
      const fs = require('node:fs')
      fs.mkdirSync('node_modules/node/bin', { recursive: true })
      fs.writeFileSync('node_modules/node/bin/node', '')
      fs.writeFileSync('asked', process.argv.slice(2).join(' '))
    `)
    expect(packages.isFresh(root)).toBe(false)
    await packages.run(root)
    expect(packages.isFresh(root)).toBe(true)
    expect(readFileSync(join(root, 'asked'), 'utf8')).toMatch(/^ci --include=dev/)
    expect(said).toMatch(/^Installing packages .*\nInstalled in \d+ s\.\n$/)
  })

  test('a changed lock file is stale, whatever the times say', async () => {
    write('package-lock.json', lock('4.6.7'))
    install('4.6.7')
    expect(packages.isFresh(root)).toBe(true)
    write('package-lock.json', lock('4.6.8'))
    expect(packages.isFresh(root)).toBe(false)
    write('package-lock.json', lock('4.6.7'))
    expect(packages.isFresh(root)).toBe(true)
  })

  test('who ran npm ci by hand need not wait for another; packages for other systems are not missed', () => {
    write('package-lock.json', lock('4.6.7'))
    install('4.6.7')
    expect(packages.isFresh(root)).toBe(true)
    expect(existsSync(join(root, 'node_modules', '.sheaf-lock-hash'))).toBe(true)
  })

  test('without the Node that Sheaf runs on nothing is fresh', () => {
    write('package-lock.json', lock('4.6.7'))
    install('4.6.7')
    expect(packages.isFresh(root)).toBe(true)
    rmSync(pinnedNode(root))
    expect(packages.isFresh(root)).toBe(false)
  })

  test.each([
    ['npm error code ENOTFOUND', 'the npm registry does not answer'],
    ['npm error code ENOSPC', 'the disk is full'],
    ['npm error code EACCES', 'may not write in this folder'],
    ['npm error code ERESOLVE', 'What npm said:'],
  ])('%s is said in a sentence, and tried again the next time', async (output, sentence) => {
    write('package-lock.json', lock('4.6.7'))
    standInForNpm(`console.error(${JSON.stringify(output)}); process.exit(1)`)
    await expect(packages.run(root)).rejects.toMatchObject({
      name: 'SetupError',
      message: expect.stringContaining(sentence),
      output,
    })
    expect(packages.isFresh(root)).toBe(false)
  })

  test('install scripts that were skipped are noticed', async () => {
    write('package-lock.json', lock('4.6.7'))
    standInForNpm('')
    await expect(packages.run(root)).rejects.toThrow('skip install scripts')
  })
})

describe('OCR language data', () => {
  beforeEach(() => {
    for (const language of ocrLanguages)
      write(
        `node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`,
        gzipSync(`data of ${language}`),
      )
  })
  const german = () => join(root, 'resources', 'ocr', 'deu.traineddata')

  test('it is unpacked from the packages', async () => {
    expect(ocrData.isFresh(root)).toBe(false)
    await ocrData.run(root)
    expect(readFileSync(german(), 'utf8')).toBe('data of deu')
    expect(ocrData.isFresh(root)).toBe(true)
  })

  test('a file that is gone, or a package that changed, makes it stale', async () => {
    await ocrData.run(root)
    rmSync(german())
    expect(ocrData.isFresh(root)).toBe(false)
    await ocrData.run(root)
    write(
      'node_modules/@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz',
      gzipSync('better data'),
    )
    expect(ocrData.isFresh(root)).toBe(false)
    await ocrData.run(root)
    expect(readFileSync(german(), 'utf8')).toBe('better data')
  })

  test('a package that is missing is named', async () => {
    rmSync(join(root, 'node_modules', '@tesseract.js-data', 'ita'), { recursive: true })
    await expect(ocrData.run(root)).rejects.toThrow('“ita”')
  })
})

describe('builds', () => {
  /** A builder in Vite's place that copies what it finds. */
  beforeEach(() => {
    write('renderer/main.tsx', 'first')
    write(
      'node_modules/vite/bin/vite.js',
      `const fs = require('node:fs')
       const outDir = process.argv[process.argv.indexOf('--outDir') + 1]
       const source = fs.readFileSync('renderer/main.tsx', 'utf8')
       if (source === 'broken') { console.error('Unexpected token'); process.exit(1) }
       fs.mkdirSync(outDir, { recursive: true })
       fs.writeFileSync(outDir + '/index.html', source)`,
    )
    mkdirSync(dirname(pinnedNode(root)), { recursive: true })
    cpSync(process.execPath, pinnedNode(root))
  })
  const built = () => readFileSync(join(root, 'out', 'renderer', 'index.html'), 'utf8')

  test('it builds when sources changed, and only then', async () => {
    expect(rendererBuild.isFresh(root)).toBe(false)
    await rendererBuild.run(root)
    expect(built()).toBe('first')
    expect(rendererBuild.isFresh(root)).toBe(true)
    write('renderer/main.test.tsx', 'tests change no build')
    expect(rendererBuild.isFresh(root)).toBe(true)
    write('renderer/main.tsx', 'second')
    expect(rendererBuild.isFresh(root)).toBe(false)
    await rendererBuild.run(root)
    expect(built()).toBe('second')
  })

  test('a build that fails leaves the last good one, and says what the builder said', async () => {
    await rendererBuild.run(root)
    write('renderer/main.tsx', 'broken')
    await expect(rendererBuild.run(root)).rejects.toMatchObject({
      name: 'SetupError',
      output: 'Unexpected token',
    })
    expect(built()).toBe('first')
    expect(rendererBuild.isFresh(root)).toBe(false)
  })
})

describe('the lock', () => {
  test('two set-ups wait for each other', async () => {
    const file = join(root, '.setup.lock')
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      order.push(`${name} ends`)
    }
    await Promise.all([holdLock(file, work('one')), holdLock(file, work('two'))])
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
    expect(existsSync(file)).toBe(false)
  })

  test('a lock whose process is gone is taken over; work that fails gives it back', async () => {
    const file = join(root, '.setup.lock')
    // Larger than any process number that Linux, macOS or Windows hands out.
    writeFileSync(file, '99999999')
    await expect(holdLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(file)).toBe(false)
  })
})

test('a hash follows names and contents, not times', () => {
  write('a/one', 'x')
  write('a/two', 'y')
  const before = hashOf(root, ['a', 'missing'])
  write('a/one', 'x')
  expect(hashOf(root, ['a', 'missing'])).toBe(before)
  rmSync(join(root, 'a', 'two'))
  write('a/three', 'y')
  expect(hashOf(root, ['a', 'missing'])).not.toBe(before)
})

test('a checkout that is ready is left alone, in silence', async () => {
  const checkout = dirname(import.meta.dirname)
  const stamp = join(checkout, 'resources', 'ocr', '.source-hash')
  await setup(checkout)
  said = ''
  const before = statSync(stamp).mtimeMs
  await setup(checkout)
  expect(statSync(stamp).mtimeMs).toBe(before)
  expect(said).toBe('')
})
