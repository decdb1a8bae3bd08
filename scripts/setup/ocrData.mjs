import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hashOf } from './hashOf.mjs'
import { SetupError } from './SetupError.mjs'
import { readStamp, writeStamp } from './stamp.mjs'

/** Tesseract's codes of the languages that Sheaf reads. */
export const ocrLanguages = ['eng', 'deu', 'fra', 'spa', 'ita', 'nld', 'por']

const stampOf = (/** @type {string} */ root) => join(root, 'resources', 'ocr', '.source-hash')
const targetOf = (/** @type {string} */ root, /** @type {string} */ language) =>
  join(root, 'resources', 'ocr', `${language}.traineddata`)
const sourceOf = (/** @type {string} */ language) =>
  `node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`

/** The language data of the OCR engine: from npm packages into resources/ocr, unpacked. */
export const ocrData = {
  /** @param {string} root */
  isFresh(root) {
    return (
      ocrLanguages.every((language) => existsSync(targetOf(root, language))) &&
      readStamp(stampOf(root)) === hashOf(root, ocrLanguages.map(sourceOf))
    )
  },

  /** @param {string} root */
  async run(root) {
    mkdirSync(join(root, 'resources', 'ocr'), { recursive: true })
    for (const language of ocrLanguages) unpack(root, language)
    writeStamp(stampOf(root), hashOf(root, ocrLanguages.map(sourceOf)))
  },
}

/**
 * Written beside and renamed: a reader never meets half a file.
 * @param {string} root
 * @param {string} language
 */
function unpack(root, language) {
  const source = join(root, sourceOf(language))
  if (!existsSync(source))
    throw new SetupError(
      `The language data “${language}” is missing from the installed packages. Delete the folder node_modules and run the same command again.`,
    )
  const beside = `${targetOf(root, language)}.new`
  writeFileSync(beside, gunzipSync(readFileSync(source)))
  renameSync(beside, targetOf(root, language))
}
