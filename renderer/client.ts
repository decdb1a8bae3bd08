import type { CommandName, Input, Output, Result, Transport } from '../electron/contract.ts'
import { httpTransport } from './httpTransport.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none. */
    readonly bridge?: Transport
  }
}

type Listener<T> = (value: T) => void
export interface Upload {
  readonly done: number
  readonly total: number
}

const reachability = new Set<Listener<boolean>>()
const uploads = new Set<Listener<Upload>>()

const transport: Transport =
  window.bridge ??
  httpTransport(
    (isReachable) => {
      for (const listener of reachability) listener(isReachable)
    },
    (done, total) => {
      for (const listener of uploads) listener({ done, total })
    },
  )

function subscribe<T>(listeners: Set<Listener<T>>, listener: Listener<T>): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The core, typed: every command answers with a Result and never throws. */
export const client = {
  call: <N extends CommandName>(name: N, input: Input<N>) =>
    transport.call(name, input) as Promise<Result<Output<N>>>,
  listen: transport.listen.bind(transport),
  pageUrl: transport.pageUrl.bind(transport),
  /** A small picture of a page, to choose by. */
  thumbUrl: (imageId: string) => transport.pageUrl(`${imageId}@small`),
  /** A picture of a page that is looked at closely. */
  closeUrl: (imageId: string) => transport.pageUrl(`${imageId}@large`),
  pathsOf: transport.pathsOf.bind(transport),
  /** Electron knows where a dropped folder lies; a browser has to hand over every file in it. */
  knowsPaths: window.bridge !== undefined,
  onReachable: (listener: Listener<boolean>) => subscribe(reachability, listener),
  onUpload: (listener: Listener<Upload>) => subscribe(uploads, listener),
}
