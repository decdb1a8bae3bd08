import { fork } from 'node:child_process'
import { basename, join } from 'node:path'
import type { ErrorCode } from '../../workers/errors.ts'
import type { Reader } from './reader.ts'

/** What the process that reads is asked. */
export interface SheafJob {
  readonly paths: readonly string[]
  /** ISO 639-1; empty: found from each page. */
  readonly languages: readonly string[]
}

/** What it reports; `rss` is what it and the process that reads for it have resident, in bytes. */
export type SheafReport =
  | { readonly kind: 'ready'; readonly threads: number; readonly rss: number }
  | {
      readonly kind: 'page'
      /** Index in the paths of the job. */
      readonly input: number
      readonly page: number
      readonly outcome: { readonly text: string } | { readonly error: ErrorCode }
      readonly rss: number
    }
  | { readonly kind: 'end' }

/** Sheaf's own pool with the settings of a person, told the languages or left to find them. */
export function sheaf(name: string, languages: readonly string[]): Reader {
  return {
    name,
    isInstalled: true,
    prepare: async (inputs) => async () => {
      const pages: string[][] = inputs.map(() => [])
      const failures: string[] = []
      await readWithSheaf({ paths: inputs.map(({ path }) => path), languages }, (report) => {
        if (report.kind !== 'page') return
        const { input, page, outcome } = report
        if ('text' in outcome) (pages[input] ?? [])[page - 1] = outcome.text
        else failures.push(`${basename(inputs[input]?.path ?? '')} ${page}: ${outcome.error}`)
      })
      return { texts: pages.map((texts) => texts.join('\n')), failures }
    },
  }
}

/** Reads in a process of its own, so that its start and its memory are its own. Throws when it breaks off. */
export function readWithSheaf(
  job: SheafJob,
  onReport: (report: SheafReport) => void,
): Promise<void> {
  const child = fork(join(import.meta.dirname, 'sheafProcess.ts'))
  let hasEnded = false
  child.on('message', (report: SheafReport) => {
    onReport(report)
    if (report.kind !== 'end') return
    hasEnded = true
    child.disconnect()
  })
  child.send(job)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status, signal) => {
      if (hasEnded && status === 0) resolve()
      else reject(new Error(`Sheaf's process broke off (${signal ?? `status ${status}`}).`))
    })
  })
}
