import { percentOf } from '../format.ts'
import { certaintyOf, certaintyWords } from '../words.ts'
import classes from './Confidence.module.css'

/** The chance of being right: one to three bars, and the number. */
export function Confidence({ value }: { readonly value: number }) {
  const certainty = certaintyOf(value)
  const label = `${percentOf(value)}, ${certaintyWords[certainty]}`
  return (
    <span className={classes.confidence} data-certainty={certainty} title={label}>
      <svg viewBox="0 0 13 12" width="13" height="12" role="img" aria-label={label}>
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 5}
            y={8 - bar * 4}
            width="3"
            height={4 + bar * 4}
            rx="1"
            className={classes.bar}
          />
        ))}
      </svg>
      <span aria-hidden>{percentOf(value)}</span>
    </span>
  )
}
