import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { csvFile } from '../../workers/export/exportFiles.ts'
import type { ResultRecord } from '../../workers/export/record.ts'
import { formatsOf, isFormatOf } from '../choices.ts'
import type { Output, ParsedInput } from '../contract.ts'
import { clientWithKey } from './clientKeys.ts'
import { clientPaths } from './clientPaths.ts'
import type { Core } from './core.ts'
import { createBatch } from './createBatch.ts'
import { findBatch } from './db/batches.ts'
import {
  addClientRequest,
  type Client,
  type ClientRequest,
  findClientRequest,
  forgetClientRequests,
  listClients,
  markClientUsed,
} from './db/clients.ts'
import { readSettings } from './db/settings.ts'
import { writeUnremembered } from './exportBatch.ts'
import { recordOfDocument } from './exportRecords.ts'
import { exportingFolder } from './layDown.ts'
import type { PageImage } from './pageImages.ts'
import { parseImageId, previewFile } from './previews.ts'
import type { Runner } from './runner.ts'

const dayMs = 24 * 60 * 60 * 1000
/** A robot that lost an answer asks again within hours, or never. */
const rememberDays = 7

/** Where programs ask unless a person says otherwise: a robot is told an address once. */
export const usualClientPort = 7483
const usualAddress = `http://127.0.0.1:${usualClientPort}/v1`

/** An export that is given away: a file, for as long as it is sent. */
export interface Given {
  readonly file: string
  readonly remove: () => Promise<void>
}

export interface Wish {
  readonly format: 'csv' | 'json' | 'xlsx'
  readonly csvFor: string | null
  /** Of CSV, which has a file a table. */
  readonly table: 'documents' | 'line_items' | 'tax_breakdown'
}

/** What other programs on this computer may ask of the core; whichever host answers them stands in between. */
export interface ClientDoor {
  state(): Output<'client.state'>
  /** A host answers clients at this address; null: it no longer does. */
  opened(address: string | null): void
  /** Tells a host that the switch may have moved, and waits for it. Returns what ends that. */
  onSwitch(settle: () => Promise<void>): () => void
  /** A person moved the switch. */
  switched(): Promise<void>
  /** Whose key it is. Throws key_unknown, key_revoked, key_expired. */
  admit(key: string): Client
  /**
   * Makes and starts a batch of what a client named, and gives its id; `isSent`: of files that it sent. Throws what
   * batch.create throws, and path_refused.
   */
  createBatch(client: Client, input: ParsedInput<'batch.create'>, isSent: boolean): Promise<string>
  /**
   * The batch that a client was given under a key of its own making, made the first time. Throws request_conflict
   * where that key came before with another body.
   */
  once(
    request: Omit<ClientRequest, 'batchId'>,
    make: () => Promise<string>,
  ): Promise<{ batchId: string; isNew: boolean }>
  /** All that a batch has so far, as a file. */
  results(batchId: string, wish: Wish): Promise<Given>
  record(documentId: string): ResultRecord | null
  /** The picture of a page as PNG; null when it cannot be had. */
  pagePng(imageId: string): Promise<Given | null>
}

export function createClientDoor(
  core: Core,
  runner: Runner,
  {
    isForced,
    pageImage,
  }: { isForced: boolean; pageImage: (imageId: string) => Promise<PageImage | null> },
): ClientDoor {
  const { db, now, dataDir } = core
  /** Requests in hand, by client and key: the same one that comes meanwhile waits for it. */
  const inHand = new Map<string, Promise<unknown>>()
  const hosts = new Set<() => Promise<void>>()
  let address: string | null = null

  async function once(request: Omit<ClientRequest, 'batchId'>, make: () => Promise<string>) {
    const name = `${request.clientId} ${request.requestKey}`
    while (inHand.has(name)) await inHand.get(name)?.catch(() => {})
    const known = findClientRequest(db, request)
    if (known && known.bodyHash !== request.bodyHash)
      throw new AppError('request_conflict', { key: request.requestKey })
    if (known) return { batchId: known.batchId, isNew: false }
    const making = make()
    inHand.set(name, making)
    try {
      const batchId = await making
      const at = now()
      forgetClientRequests(db, new Date(at.getTime() - rememberDays * dayMs).toISOString())
      addClientRequest(db, { ...request, batchId, at: at.toISOString() })
      return { batchId, isNew: true }
    } finally {
      inHand.delete(name)
    }
  }

  return {
    state: () => ({
      ...{ isOpen: isForced || readSettings(db).httpInterface, isForced, address },
      ...{ isUsualAddress: address === usualAddress, usualAddress },
    }),
    opened(at) {
      address = at
    },
    onSwitch(settle) {
      hosts.add(settle)
      return () => hosts.delete(settle)
    },
    async switched() {
      for (const settle of hosts) await settle()
    },
    admit(key) {
      const at = now()
      const client = clientWithKey(listClients(db), key, at)
      // To the minute: who asks every second how far it is must not write every second.
      const minute = at.toISOString().slice(0, 16)
      if (client.lastUsedAt?.slice(0, 16) !== minute)
        markClientUsed(db, client.id, at.toISOString())
      return client
    },
    async createBatch(client, input, isSent) {
      const judge = isSent ? undefined : await clientPaths(client, dataDir)
      const batchId = await createBatch(core, input, judge ? { judge } : {})
      core.log('client.created', { client: client.id, batch: batchId })
      runner.start(batchId)
      return batchId
    },
    once,
    async results(batchId, { format, csvFor, table }) {
      const batch = findBatch(db, batchId)
      if (!batch || batch.deletedAt) throw new AppError('not_known', { what: 'batch', id: batchId })
      if (!isFormatOf(batch.kind, format))
        throw new AppError('output_unsupported', {
          ...{ path: `results.${format}`, formats: formatsOf[batch.kind].join(', ') },
        })
      const folder = join(exportingFolder(dataDir), randomUUID())
      const file = join(folder, `results.${format}`)
      const remove = () => rm(folder, { recursive: true, force: true })
      try {
        await mkdir(folder, { recursive: true })
        await writeUnremembered(core, batch, file, { csvFor })
        if (table === 'documents') return { file, remove }
        const beside = csvFile(file, `-${table.replace('_', '-')}`)
        if (!existsSync(beside)) throw new AppError('not_known', { what: 'table', id: table })
        return { file: beside, remove }
      } catch (thrown) {
        await remove()
        throw thrown
      }
    },
    record: (documentId) => recordOfDocument(core, documentId),
    async pagePng(imageId) {
      const preview = parseImageId(imageId)
      if (!preview || !(await pageImage(imageId))) return null
      await mkdir(exportingFolder(dataDir), { recursive: true })
      const file = join(exportingFolder(dataDir), `${randomUUID()}.png`)
      const path = previewFile(dataDir, preview)
      const picture = { path, type: 'webp', passwords: [], page: 1, rotation: 0 } as const
      const remove = () => rm(file, { force: true })
      try {
        await core.pool.renderPreview({ ...picture, previewFile: file })
        return { file, remove }
      } catch (thrown) {
        await remove()
        throw thrown
      }
    },
  }
}
