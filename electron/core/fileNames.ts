import { extname } from 'node:path'

const readable = new Set([
  '.pdf',
  '.jpg',
  '.jpeg',
  '.jfif',
  '.png',
  '.webp',
  '.tif',
  '.tiff',
  '.bmp',
  '.heic',
  '.heif',
  '.avif',
  '.gif',
])

/** Whether a name promises a file that Sheaf reads; only the content decides. */
export function looksReadable(name: string): boolean {
  return readable.has(extname(name).toLowerCase())
}

/** Whether a name promises an export that can come back corrected. */
export function looksLikeExport(name: string): boolean {
  return /\.(xlsx|csv)$/i.test(name)
}

/** Files that systems and programs leave behind: nobody means them by naming a folder. */
export function isLeftover(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    /^(thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r)$/i.test(name) ||
    /\.(tmp|temp|part|partial|filepart|crdownload|download|opdownload|aria2|lock|lck)$/i.test(name)
  )
}

/** Files that speak about the documents beside them: ground truth, notes, terms. */
export function isCompanion(name: string): boolean {
  return /^(readme|license|licence|notice)\b/i.test(name) || /\.(md|jsonl)$/i.test(name)
}
