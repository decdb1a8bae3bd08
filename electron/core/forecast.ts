import { setImmediate } from 'node:timers/promises'
import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import type { Decisions } from '../preflightView.ts'
import type { Forecast } from '../views.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { countDocuments, type Doubt, listDoubts, listRecentDoubts } from './db/doubt.ts'

/** From few looks to many; the measured one is among them. */
const offered = [0.5, 0.7, 0.8, 0.9, reviewThreshold, 0.97, 0.99].toSorted((a, b) => a - b)

const stretch = 500
/** Kept documents that a forecast goes by: the error of a share of 300 is under three of a hundred. */
const recent = 300
/** With fewer it is a guess, in which what is usual counts as much as so many documents. */
const few = 20

/**
 * How many of our own samples ask for a look, under each threshold: what a guess begins with. Measured on the
 * samples with a text layer.
 */
const usualShares: readonly (readonly [threshold: number, share: number])[] = [
  [0.5, 0.04],
  [0.7, 0.09],
  [0.8, 0.13],
  [0.9, 0.35],
  [0.955, 0.87],
  [0.97, 1],
]

/**
 * How many documents of a batch a person is shown under each threshold: counted on what was found in them, and
 * nothing is stored.
 */
export async function forecastOf({ db }: Core, { id: batchId }: Batch): Promise<Forecast> {
  const threshold = configOf(db, batchId)?.threshold ?? reviewThreshold
  const { documents, last } = countDocuments(db, batchId)
  const doubts: Doubt[] = []
  for (let after = -1; after < last; after += stretch) {
    doubts.push(...listDoubts(db, { batchId, after, items: stretch }))
    await setImmediate()
  }
  return {
    ...{
      threshold,
      measured: reviewThreshold,
      documents,
      basis: 'counted',
      keptDocuments: documents,
    },
    looks: thresholdsWith(threshold).map((at) => ({
      threshold: at,
      documents: asking(doubts, at),
    })),
  }
}

/** The same for files that nobody has read yet: it goes by what was read here before, as the same type. */
export function forecastFor(
  { db }: Core,
  {
    files,
    template,
    threshold: wanted,
  }: { files: number } & Pick<Decisions, 'template' | 'threshold'>,
): Forecast {
  const threshold = wanted ?? reviewThreshold
  const named = template === 'auto' ? null : template
  const doubts = listRecentDoubts(db, { template: named, limit: recent })
  const isGuess = doubts.length < few
  const share = (threshold: number) => {
    const usual = isGuess ? few : 0
    const shown = asking(doubts, threshold) + usual * usualShare(threshold)
    return shown / Math.max(1, doubts.length + usual)
  }
  return {
    ...{ threshold, measured: reviewThreshold, documents: files },
    ...{ basis: isGuess ? 'guess' : 'kept', keptDocuments: doubts.length },
    looks: thresholdsWith(threshold).map((at) => ({
      threshold: at,
      documents: Math.round(files * share(at)),
    })),
  }
}

function thresholdsWith(own: number): readonly number[] {
  return [...new Set([...offered, own])].toSorted((a, b) => a - b)
}

function asking(doubts: readonly Doubt[], threshold: number): number {
  return doubts.filter(({ always, least }) => always === 1 || least < threshold).length
}

function usualShare(threshold: number): number {
  const above = usualShares.find(([known]) => known >= threshold)
  return above?.[1] ?? 1
}
