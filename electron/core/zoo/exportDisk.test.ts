import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { evidenceFolder } from '../../../workers/export/evidenceNames.ts'
import { writeExport } from '../../../workers/export/writeExport.ts'
import { pngBytes } from '../../../workers/testing/pngBytes.ts'
import { smallDisk } from '../testing/smallDisk.ts'
import { stubPool } from '../testing/stubPool.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'

const disk = smallDisk('4k')
afterAll(() => disk?.remove())
const folder = disk?.folder ?? ''

/** A batch of some documents, exported by the real writer; its data folder has all the room there is. */
async function ready() {
  const [width, height] = [595, 842]
  const picture = pngBytes({
    ...{ width, height, bits: 8, colourType: 0 },
    rows: new Uint8Array((width + 1) * height),
  })
  const pool = stubPool({
    writeExport: (task) => writeExport(task),
    renderPreview: ({ previewFile }) => writeFile(previewFile, picture),
  })
  const { app, call, codeOf } = await openTestApp(testFolder(), { pool })
  const files = Array.from({ length: 30 }, (_, at) => [`${at}.pdf`, `1 page N-${at} review`])
  const { id: batchId } = await call('batch.create', {
    paths: [testFolder(Object.fromEntries(files))],
  })
  await app.idle(batchId)
  return { app, call, codeOf, batchId }
}

/** Every file below a folder of the disk, hidden ones, too. */
const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()

test.skipIf(!disk).each(['xlsx', 'csv', 'json', 'jsonl'])(
  'a disk that fills while .%s is written leaves the older export as it was, and nothing by halves',
  async (ending) => {
    const { app, call, codeOf, batchId } = await ready()
    const path = join(folder, `results.${ending}`)
    const wish = { batchId, path, proof: true, evidence: ending === 'xlsx' }
    const codes: string[] = []
    // Every size ends somewhere else: in the first table, between two files, in the proof.
    for (let kilobytes = 4; kilobytes <= 4096 && !codes.includes('ok'); kilobytes *= 1.3) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      disk?.resize(`${Math.ceil(kilobytes / 4) * 4}k`)
      codes.push(await codeOf('export.write', wish))
      if (codes.at(-1) !== 'ok') expect(everything()).toEqual([])
    }
    expect(codes.filter((code) => code === 'disk_full').length).toBeGreaterThan(2)
    expect(new Set(codes)).toEqual(new Set(['disk_full', 'ok']))

    const whole = everything()
    expect(whole).toContain(`results.${ending}.run.json`)
    if (ending === 'xlsx') expect(readdirSync(evidenceFolder(path))).not.toEqual([])
    const older = readFileSync(path)
    expect(await codeOf('export.write', wish)).toBe('disk_full')
    expect(everything()).toEqual(whole)
    expect(readFileSync(path).equals(older)).toBe(true)
    expect(await call('export.list', { batchId })).toHaveLength(1)
    await app.close()
  },
)
