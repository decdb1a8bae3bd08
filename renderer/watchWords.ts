import type { WatchView } from '../electron/contract.ts'
import { whenOf } from './format.ts'
import { counted, type Tone } from './words.ts'

const tones: Record<WatchView['state'], Tone> = {
  waiting: 'ok',
  reading: 'busy',
  paused: 'idle',
  source_gone: 'bad',
  trouble: 'look',
}

export function watchTone({ state }: Pick<WatchView, 'state'>): Tone {
  return tones[state]
}

/** How a watched folder stands, in a word or three. */
export function watchStateWords({ state, counts }: Pick<WatchView, 'state' | 'counts'>): string {
  switch (state) {
    case 'waiting':
      return 'Waiting for files'
    case 'reading':
      return `Reading ${counted(counts.reading, 'file')}`
    case 'paused':
      return 'Paused'
    case 'source_gone':
      return 'The folder is gone'
    case 'trouble':
      return 'Cannot go on yet'
  }
}

type Met = Pick<WatchView, 'counts' | 'arriving' | 'locked' | 'ignored'>

/** What became of its files, most telling first. */
export function watchCountWords({ counts, arriving, locked, ignored }: Met): string {
  const parts = [
    arriving > 0 && `${counted(arriving, 'file')} arriving`,
    locked > 0 && `${locked} may not be opened yet`,
    counts.needPassword > 0 &&
      counted(counts.needPassword, 'file needs a password', 'files need a password'),
    `${counts.done} done`,
    counts.failed > counts.needPassword && `${counts.failed - counts.needPassword} failed`,
    counts.duplicate > 0 && `${counts.duplicate} the same as another`,
    counts.moved > 0 && `${counts.moved} moved`,
    counts.setAside > 0 && `${counts.setAside} set aside`,
    counts.left > 0 && `${counts.left} left alone`,
    ignored > 0 && `${counted(ignored, 'other file')}, no documents`,
  ]
  return parts.filter(Boolean).join(' · ')
}

export function lastWords({ activeAt }: Pick<WatchView, 'activeAt'>): string {
  return activeAt === null ? 'Nothing came yet' : `Last file ${lowerFirst(whenOf(activeAt))}`
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
