import { parentPort, workerData } from 'node:worker_threads'
import { type OcrOptions, ocrPage } from '../page/ocrPage.ts'
import type { Raster } from '../source/raster.ts'

/** A thread that reads `workerData`'s raster by OCR and tells what it read. */
const { raster, options } = workerData as { raster: Raster; options: OcrOptions }
// What crosses to a thread is no Buffer any more.
const pixels = Buffer.from(raster.pixels)
parentPort?.postMessage(await ocrPage({ ...raster, pixels }, options))
