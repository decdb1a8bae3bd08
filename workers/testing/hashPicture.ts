import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { FileType } from '../model.ts'
import { renderImagePage } from '../source/image.ts'

/** A thread that decodes `workerData`'s picture and says the hash of its pixels. */
const { path, type } = workerData as { path: string; type: FileType }
const { pixels } = await renderImagePage(path, type, 1)
parentPort?.postMessage(createHash('sha256').update(pixels).digest('hex'))
