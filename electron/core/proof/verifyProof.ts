import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import { csvFile, proofFile, provenFile } from '../../../workers/export/exportFiles.ts'
import { hashOf } from '../hashedFiles.ts'
import { chained, hashOfText, type Proof, proofSchema, sealedParts } from './proof.ts'

/** How one thing that a proof speaks of stands here. */
export interface Finding {
  readonly state: 'same' | 'changed' | 'missing'
  /** What was looked at, for a person. */
  readonly what: string
}

export interface Verified {
  readonly proof: Proof
  readonly findings: readonly Finding[]
}

/**
 * Looks whether an export is still what its proof says: the log whole, the files beside it unchanged and, in
 * `sources`, a file for each that went in, whatever its name. `file` is the proof or the export. Throws
 * proof_missing, access_denied, proof_invalid.
 */
export async function verifyProof(file: string, sources: string | null): Promise<Verified> {
  const path = provenFile(file) === null ? proofFile(file) : file
  const proof = await readProof(path)
  return {
    proof,
    findings: [
      ...findingsInLog(proof),
      ...(await findingsOfResults(proof, path)),
      ...(sources === null ? [] : await findingsOfInputs(proof, sources)),
    ],
  }
}

async function readProof(path: string): Promise<Proof> {
  const text = await readFile(path, 'utf8').catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') throw new AppError('proof_missing', { path }, thrown)
    throw new AppError('access_denied', { file: path }, thrown)
  })
  const parsed = proofSchema.safeParse(jsonOf(text))
  if (!parsed.success) throw new AppError('proof_invalid', { path })
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The first entry that does not follow from the one before it, and parts that the last one does not speak for. */
function findingsInLog(proof: Proof): readonly Finding[] {
  let hash = ''
  for (const [index, { hash: told, ...entry }] of proof.log.entries()) {
    hash = chained(hash, entry)
    if (hash !== told)
      return [{ state: 'changed', what: `the log from entry ${index + 1} (${entry.event}) on` }]
  }
  const seal: Readonly<Record<string, unknown>> = proof.log.at(-1) ?? {}
  const isWhole = hash === proof.proof
  return [
    { state: isWhole ? 'same' : 'changed', what: `the log, ${proof.log.length} entries` },
    // What stands at its head is no part of its own, but the last entry says it, too.
    ...(seal.at === proof.written_at && seal.app_version === proof.app_version
      ? []
      : [{ state: 'changed', what: 'the head' } as const]),
    ...sealedParts.map((part) => {
      const isSame = seal[part] === hashOfText(textOf(proof, part))
      return { state: isSame ? 'same' : 'changed', what: `the part “${part}”` } as const
    }),
  ]
}

function textOf(proof: Proof, part: (typeof sealedParts)[number]): string {
  return JSON.stringify(proof[part])
}

/** An export that was moved or renamed together with its proof is found by the proof’s name. */
async function findingsOfResults(proof: Proof, path: string): Promise<readonly Finding[]> {
  const main = provenFile(path) ?? path
  const findings: Finding[] = []
  for (const { name, suffix, sha256 } of proof.results) {
    const file = fileOf(main, suffix, name)
    const found = await hashOf(file).catch(() => null)
    const state = found === null ? 'missing' : found === sha256 ? 'same' : 'changed'
    findings.push({ state, what: `result ${basename(file)}` })
  }
  return findings
}

function fileOf(main: string, suffix: string | null, name: string): string {
  // A proof that somebody made up must not lead anywhere else.
  if (suffix === null)
    return join(dirname(main), ...name.split('/').filter((part) => part !== '..'))
  return suffix === '' ? main : csvFile(main, suffix)
}

/** Names may have changed on the way; content has not. A name with another content was changed. */
async function findingsOfInputs(proof: Proof, sources: string): Promise<readonly Finding[]> {
  const { hashes, names } = await contentsOf(sources)
  return proof.inputs.flatMap(({ filename, sha256 }): Finding[] => {
    if (sha256 === null) return []
    if (hashes.has(sha256)) return [{ state: 'same', what: `input ${filename}` }]
    return [{ state: names.has(filename) ? 'changed' : 'missing', what: `input ${filename}` }]
  })
}

async function contentsOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => {
    throw new AppError('folder_not_found', { path: folder })
  })
  const hashes = new Set<string>()
  const names = new Set<string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    names.add(entry.name)
    const hash = await hashOf(join(entry.parentPath, entry.name)).catch(() => null)
    if (hash !== null) hashes.add(hash)
  }
  return { hashes, names }
}
