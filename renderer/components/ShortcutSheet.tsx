import { Modal } from '@mantine/core'
import { type Scope, scopeWords, shortcuts } from '../shortcuts.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import { Keys } from './Keys.tsx'
import { Notice } from './Notice.tsx'
import classes from './ShortcutSheet.module.css'

interface ShortcutSheetProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every action and its keys, straight from the table. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  const { letterKeys } = useSettingsStore(({ settings }) => settings)
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size={820} centered>
      {!letterKeys && (
        <Notice tone="idle">
          Letters and signs alone do nothing now: they are switched off in Settings.
        </Notice>
      )}
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
