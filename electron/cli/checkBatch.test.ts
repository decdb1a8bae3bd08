import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../core/testing/testApp.ts'

/** The command line as a process of its own, on real files. */
const cli = join(import.meta.dirname, '..', 'cli.ts')
const resource = (name: string) => join(import.meta.dirname, '../../resources', name)
const scan = 'samples/receipt-de-baeckerei-morgenhall.jpg'
const invoice = 'samples/invoice-en-us-cedar-loop-studio.pdf'

function run(dataDir: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...args, '--data-dir', dataDir],
    { encoding: 'utf8' },
  )
  return { status, out: stdout.trimEnd(), err: stderr.trimEnd() }
}

/** A folder with copies of files that come with the program, under names of its own. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = testFolder()
  for (const [name, file] of Object.entries(files)) copyFileSync(resource(file), join(folder, name))
  return folder
}

test('a folder is checked without reading a page of it', () => {
  const dataDir = testFolder()
  const folder = folderOf({ 'a.pdf': invoice, 'b.jpg': scan, 'c.pdf': invoice })
  const { status, out } = run(dataDir, 'preflight', folder)
  expect(status).toBe(0)
  const lines = out.split('\n')
  expect(lines.slice(0, 3)).toEqual([
    'files 3, to read 3',
    'pages 3, to read 2, kept from before 0',
    'reading 1 with a text layer, 1 as pictures, 0 not known',
  ])
  expect(lines[3]).toBe(
    `duplicate same_content ${folder}/c.pdf The same as “a.pdf”, byte for byte; its pages are read once, and both are listed.`,
  )
  expect(lines[4]).toMatch(/^room About \d+ MB on the disk, as pages usually are; .* is free\.$/)
  expect(lines[5]).toMatch(/^time Perhaps .* That is a guess/)
  expect(lines.at(-1)).toBe('It can start.')
  expect(run(dataDir, 'status').out).toBe('There are no batches yet.')
})

test('files that will not be read make it status 2, each with its reason and path', () => {
  const odd = ['locked.pdf', 'truncated.pdf', 'empty.pdf', 'notes.txt']
  const folder = folderOf({
    'a.pdf': invoice,
    ...Object.fromEntries(odd.map((name) => [name, `samples-odd/${name}`])),
  })
  const { status, out } = run(testFolder(), 'extract', folder, '--check')
  expect(status).toBe(2)
  expect(out).toContain('not read file_damaged 1 1 file is damaged and cannot be opened.')
  for (const line of [
    `problem file_encrypted ${folder}/locked.pdf`,
    `problem file_damaged ${folder}/truncated.pdf`,
    `problem file_empty ${folder}/empty.pdf`,
    `problem unsupported_type ${folder}/notes.txt`,
  ])
    expect(out.split('\n')).toContain(line)
})

test('what would be refused is status 3, for programs too', () => {
  const dataDir = testFolder()
  const folder = folderOf({ 'a.pdf': invoice })
  const badOutput = run(dataDir, 'extract', folder, '--check', '--out', '/nowhere/r.xlsx')
  expect(badOutput.status).toBe(3)
  expect(badOutput.out).toContain(
    'refused output_locked “/nowhere/r.xlsx” cannot be written: there is no folder “/nowhere”.',
  )
  expect(badOutput.out).toMatch(/It would be refused\.$/)
  const language = run(dataDir, 'extract', folder, '--check', '--json', '--language', 'xx')
  expect(language.status).toBe(3)
  const report = JSON.parse(language.out)
  expect(report.refusals).toMatchObject([{ code: 'language_missing' }])
  expect(report).toMatchObject({ files: 1, isWhole: true, languages: { missing: ['xx'] } })
  expect(run(dataDir, 'preflight', testFolder())).toMatchObject({
    status: 3,
    out: expect.stringMatching(/^refused nothing_to_read /),
  })
  expect(run(dataDir, 'preflight', folder, '--colour').status).toBe(1)
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0

// Only an administrator of Linux can make a disk that is too small; the injected one is in core/preflight.test.ts.
test.skipIf(!canMount)('on a disk that is too small nothing is begun', ({ skip }) => {
  const dataDir = testFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', dataDir])
  } catch {
    skip('this container may not mount a disk')
  }
  try {
    const folder = folderOf({ 'a.pdf': invoice, 'b.jpg': scan })
    const checked = run(dataDir, 'preflight', folder)
    expect(checked.status).toBe(3)
    expect(checked.out).toMatch(
      /refused no_space Reading this needs about 8 MB, and \d+ (k|M)B is free/,
    )
    const output = join(testFolder(), 'r.json')
    const started = run(dataDir, 'extract', folder, '--out', output)
    expect(started.status).toBe(3)
    expect(started.out).toContain('error no_space Reading this needs about 8 MB')
    expect(started.out).toContain('read now 0')
    expect(existsSync(output)).toBe(false)
  } finally {
    execFileSync('umount', [dataDir])
  }
})

test('an extraction says in a line what lies ahead, and leaves duplicates out by wish', () => {
  const dataDir = testFolder()
  const folder = folderOf({ 'a.pdf': invoice, 'c.pdf': invoice })
  writeFileSync(join(folder, 'empty.pdf'), '')
  const { status, out, err } = run(dataDir, 'extract', folder, '--skip-duplicates')
  expect(err).toMatch(
    /^1 file with 1 page, 1 that cannot be read, 1 duplicate left out\. Perhaps /m,
  )
  expect(out).toContain(`problem skipped duplicate ${folder}/c.pdf “c.pdf” is the same as “a.pdf”`)
  expect(out).toContain('pages 2, read now 1')
  expect(status).toBe(2)
})
