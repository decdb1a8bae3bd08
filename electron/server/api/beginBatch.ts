import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../../workers/errors.ts'
import { commands, type ParsedInput } from '../../contract.ts'
import type { App } from '../../core/createApp.ts'
import type { Client } from '../../core/db/clients.ts'
import { newBatch, newBatchFields } from './apiSchemas.ts'
import { boundaryOf } from './multipart.ts'
import { parsed } from './parsed.ts'
import { limited, readJson } from './readJson.ts'
import { receiveUpload } from './receiveUpload.ts'

/** Ten thousand paths take about 2 MB. */
const jsonLimit = { bytes: 4 * 1024 * 1024, words: '4 MB of JSON' }

export interface UploadLimit {
  readonly bytes: number
  readonly words: string
}

type Wish = z.output<typeof newBatchFields>

interface Asked {
  readonly input: ParsedInput<'batch.create'>
  readonly isSent: boolean
  /** The same of the same request. */
  readonly bodyHash: string
  /** What was sent goes again where no batch was made of it. */
  readonly discard: () => Promise<void>
}

/** Begins a batch as a request says, or gives the one that the same request began before. */
export async function beginBatch(
  { clients, droppedDir }: Pick<App, 'clients' | 'droppedDir'>,
  client: Client,
  request: IncomingMessage,
  uploadLimit: UploadLimit,
): Promise<string> {
  const requestKey = requestKeyOf(request)
  const { input, isSent, bodyHash, discard } = await askedFor(request, droppedDir, uploadLimit)
  const make = () =>
    clients.createBatch(client, input, isSent).catch((thrown) => {
      throw isSent ? inTheirWords(thrown, input.paths) : thrown
    })
  try {
    if (requestKey === null) return await make()
    const { batchId, isNew } = await clients.once(
      { clientId: client.id, requestKey, bodyHash },
      make,
    )
    if (!isNew) await discard()
    return batchId
  } catch (thrown) {
    await discard()
    throw thrown
  }
}

/** Whoever sent files knows them by their names, not by where we keep them. */
function inTheirWords(thrown: unknown, paths: readonly string[]): unknown {
  if (!(thrown instanceof AppError) || thrown.code !== 'nothing_to_read') return thrown
  return new AppError('nothing_to_read', { path: nameOf(paths) }, thrown)
}

async function askedFor(
  request: IncomingMessage,
  droppedDir: string,
  uploadLimit: UploadLimit,
): Promise<Asked> {
  const type = request.headers['content-type'] ?? ''
  const boundary = boundaryOf(type)
  if (boundary !== null) return sent(request, { boundary, droppedDir, uploadLimit })
  if (type.split(';')[0]?.trim().toLowerCase() === 'application/json') return named(request)
  throw new AppError('media_type_unknown', { known: 'application/json or multipart/form-data' })
}

async function named(request: IncomingMessage): Promise<Asked> {
  assertAnnounced(request, jsonLimit)
  const { paths, ...wish } = parsed(newBatch, await readJson(limited(bytesOf(request), jsonLimit)))
  return {
    input: inputOf(paths, wish),
    isSent: false,
    bodyHash: hashOf({ paths, wish }),
    discard: async () => {},
  }
}

async function sent(
  request: IncomingMessage,
  {
    boundary,
    droppedDir,
    uploadLimit,
  }: { boundary: string; droppedDir: string } & {
    uploadLimit: UploadLimit
  },
): Promise<Asked> {
  assertAnnounced(request, uploadLimit)
  const upload = await receiveUpload(limited(bytesOf(request), uploadLimit), {
    boundary,
    droppedDir,
  })
  const { paths, hashes, discard } = upload
  try {
    const wish = parsed(newBatchFields, wishOf(upload.fields))
    const name = wish.name ?? nameOf(paths)
    const bodyHash = hashOf({ hashes, wish })
    return { input: inputOf(paths, { ...wish, name }), isSent: true, bodyHash, discard }
  } catch (thrown) {
    await discard()
    throw thrown
  }
}

/** Fields of a form are text; one is a number, and one JSON. What is neither keeps its text, and its schema says so. */
function wishOf({
  review_threshold: threshold,
  webhook,
  ...fields
}: Readonly<Record<string, string>>) {
  return {
    ...fields,
    ...(threshold !== undefined && { review_threshold: jsonOrText(threshold) }),
    ...(webhook !== undefined && { webhook: jsonOrText(webhook) }),
  }
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function inputOf(paths: readonly string[], wish: Wish): ParsedInput<'batch.create'> {
  const { template, name, reference, review_threshold: threshold, webhook } = wish
  const hooks = webhook ? [{ kind: 'post', ...webhook }] : undefined
  return commands['batch.create'].input.parse({
    ...{ paths, template, name, reference, threshold },
    ...(hooks && { hooks }),
  })
}

function nameOf([first = '', ...others]: readonly string[]): string {
  const name = basename(first).slice(0, 150)
  return others.length === 0 ? name : `${name} and ${others.length} more`
}

/** Whoever stops in the middle still wants to answer: the connection has to live on. */
function bytesOf(request: IncomingMessage): AsyncIterable<Buffer> {
  return request.iterator({ destroyOnReturn: false })
}

/** Said beforehand, it need not be sent at all. */
function assertAnnounced({ headers }: IncomingMessage, most: UploadLimit): void {
  if (Number(headers['content-length'] ?? 0) > most.bytes)
    throw new AppError('too_large', { most: most.words })
}

function requestKeyOf({ headers }: IncomingMessage): string | null {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw new AppError('invalid_input', {
    problem: 'Idempotency-Key takes 1 to 255 letters, figures and signs.',
  })
}

function hashOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
