import { Modal } from '@mantine/core'
import { type Scope, scopeWords, shortcuts } from '../shortcuts.ts'
import { Keys } from './Keys.tsx'
import classes from './ShortcutSheet.module.css'

interface ShortcutSheetProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every action and its keys, straight from the table. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size={820} centered>
      <div className={classes.columns}>
        {(Object.keys(scopeWords) as Scope[]).map((scope) => (
          <section key={scope} className={classes.group} aria-label={scopeWords[scope]}>
            <h3 className={classes.title}>{scopeWords[scope]}</h3>
            <dl className={classes.rows}>
              {shortcuts
                .filter((shortcut) => shortcut.scope === scope)
                .map(({ command, words }) => (
                  <div key={command} className={classes.row}>
                    <dt>{words}</dt>
                    <dd>
                      <Keys command={command} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
