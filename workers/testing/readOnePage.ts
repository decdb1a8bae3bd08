import { inspectFile, readPage } from '../index.ts'

/** Reads the first page of a file and prints what came of it as JSON. */
const [path = '', ocrDir = ''] = process.argv.slice(2)
const inspection = await inspectFile({ path, passwords: [] })
const answer = inspection.ok
  ? await readPage({
      path,
      passwords: [],
      type: inspection.value.type,
      page: 1,
      settings: { mode: 'auto', languages: [] },
      engineFiles: { ocrDirs: [ocrDir] },
      previewFile: null,
    })
  : inspection
console.log(JSON.stringify(answer))
