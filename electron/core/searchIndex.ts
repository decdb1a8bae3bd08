import { setTimeout as wait } from 'node:timers/promises'
import { searchTerms } from '../../workers/layout/searchTerms.ts'
import { atomically, type Db } from './db/open.ts'
import { forgetTerms, keepTerms, listPageWords, moveQueued, nextQueued } from './db/pageTerms.ts'
import type { Log } from './log.ts'
import { troubleOf } from './trouble.ts'

export interface SearchIndex {
  /** There may be something to index. */
  wake(): void
  /** When everything is indexed. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** Pages that are indexed in one transaction. */
const pagesAtOnce = 16
/** So long other things wait at most, before they have their turn (ms). */
const patience = 8

/**
 * Makes the words of kept pages searchable, a few at a time beside everything else. What is left when the
 * program ends goes on at its next start; a database of an older Sheaf begins with all of it.
 */
export function createSearchIndex(db: Db, log: Log): SearchIndex {
  let isClosed = false
  let isWorking = false
  let last: Promise<void> = Promise.resolve()

  async function work(): Promise<void> {
    isWorking = true
    try {
      while (!isClosed) {
        const until = performance.now() + patience
        let isMore = true
        while (isMore && performance.now() < until) isMore = indexSome(db)
        if (!isMore) return
        await wait(patience)
      }
    } catch (thrown) {
      // On a full or locked disk: the next change or start tries again.
      log('search.failed', { code: troubleOf(thrown).code })
    } finally {
      isWorking = false
    }
  }

  return {
    wake() {
      if (!isWorking && !isClosed) last = work()
    },
    idle: () => last,
    async close() {
      isClosed = true
      await last
    },
  }
}

/** Indexes the next pages; false: there are none. */
export function indexSome(db: Db): boolean {
  return (
    nextQueued(db) !== null &&
    atomically(db, () => {
      const next = nextQueued(db)
      if (!next) return false
      if (next.afterPage === 0) forgetTerms(db, next.itemId)
      const pages = listPageWords(db, next, pagesAtOnce)
      for (const { page, words } of pages) keepTerms(db, next.itemId, page, searchTerms(words))
      const lastPage = pages.length < pagesAtOnce ? null : (pages.at(-1)?.page ?? null)
      moveQueued(db, next.itemId, lastPage)
      return true
    })
  )
}
