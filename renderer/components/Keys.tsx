import { type Command, shortcutOf } from '../shortcuts.ts'
import classes from './Keys.module.css'

const isMac = navigator.userAgent.includes('Mac')
const names: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Escape: 'Esc',
  ' ': 'Space',
  Delete: 'Del',
}

/** The keys of a command, as caps. */
export function Keys({ command }: { readonly command: Command }) {
  return (
    <span className={classes.keys}>
      {asRange(shortcutOf(command).keys).map((keys) => (
        <span key={keys} className={classes.combination}>
          {keys.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {names[key] ?? key}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  )
}

/** “Alt 1 – 5” instead of one for each figure. */
function asRange(keys: readonly string[]): readonly string[] {
  const [first = '', ...others] = keys
  const stem = first.slice(0, -1)
  const isRange = others.length > 1 && keys.every((key) => /\d$/.test(key) && key.startsWith(stem))
  return isRange ? [`${first} – ${keys.at(-1)?.at(-1)}`] : keys
}
