import { useEffect, useRef, useState } from 'react'
import { typing } from './typing.ts'

interface Typed {
  readonly stored: string
  /** What the value is one of: where this changes, what is typed there is not meant here. */
  readonly place: string
  /** Gives whether it was kept; null: there is none. */
  readonly onKeep: (value: string | null) => Promise<boolean>
}

/** What is typed over a stored value. It is sent once, and is newer than an answer to what was asked before it. */
export function useTyped({ stored, place, onKeep }: Typed) {
  const [text, setText] = useState(stored)
  // Enter keeps a value and moves on, and leaving the field keeps it too.
  const sent = useRef<string | null>(null)
  const [shownFor, setShownFor] = useState({ place, stored })
  if (shownFor.place !== place || shownFor.stored !== stored) {
    setShownFor({ place, stored })
    const isNewer = text !== shownFor.stored && text !== sent.current
    if (shownFor.place !== place || !isNewer) setText(stored)
  }

  const isTouched = text !== stored
  const keep = () => {
    const value = text.trim()
    if (value === stored) return setText(stored)
    if (text === sent.current) return
    sent.current = text
    void onKeep(value === '' ? null : value).then((isKept) => {
      // It stands there still: whoever leaves it once more means it.
      if (!isKept && sent.current === text) sent.current = null
    })
  }
  useEffect(() => (isTouched ? typing.begin(keep) : undefined), [isTouched, text, stored, place])

  return {
    text,
    isTouched,
    type(typed: string) {
      sent.current = null
      setText(typed)
    },
    restore: () => setText(stored),
    keep,
  }
}
