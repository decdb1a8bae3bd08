import { Button, Drawer, Loader } from '@mantine/core'
import { IconArrowBackUp, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import type { TemplateView } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import type { Compared } from '../stores/templateStore.ts'
import { Notice } from './Notice.tsx'
import classes from './VersionsDrawer.module.css'

interface VersionsDrawerProps {
  readonly opened: boolean
  readonly view: TemplateView | null
  readonly isChanged: boolean
  readonly compared: Compared | null
  /** From an older version to a newer one, or (null) to the draft. */
  readonly onCompare: (from: number, to: number | null) => void
  readonly onRevert: (version: number) => void
  readonly onClose: () => void
}

/** What the template was, what changed from one version to the next, and the way back. */
export function VersionsDrawer(props: VersionsDrawerProps) {
  const { opened, view, isChanged, compared, onCompare, onRevert, onClose } = props
  const versions = view?.versions ?? []
  const current = versions.find((version) => version.isCurrent)
  const isShown = (from: number, to: number | null) => compared?.from === from && compared.to === to
  return (
    <Drawer opened={opened} onClose={onClose} title="Versions" position="right" size={440}>
      <div className={classes.body}>
        {isChanged && versions.length > 1 && (
          <Notice tone="idle">Bringing a version back drops what you have not saved.</Notice>
        )}
        <ol className={classes.list} aria-label="Versions">
          {isChanged && current && (
            <li className={classes.version}>
              <div className={classes.head}>
                <span className={classes.name}>What you have not saved</span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-expanded={isShown(current.version, null)}
                  onClick={() => onCompare(current.version, null)}
                >
                  What changed
                </Button>
              </div>
              {isShown(current.version, null) && <Differences compared={compared} />}
            </li>
          )}
          {versions.map(({ version, savedAt, isCurrent }, at) => {
            const before = versions[at + 1]
            return (
              <li key={version} className={classes.version}>
                <div className={classes.head}>
                  <div className={classes.what}>
                    <span className={classes.name}>
                      Version {version}
                      {isCurrent && ', the current one'}
                    </span>
                    <span className={classes.meta}>
                      {savedAt === null ? 'came with Sheaf' : `saved ${whenOf(savedAt)}`}
                    </span>
                  </div>
                  {before && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`What changed in version ${version}`}
                      aria-expanded={isShown(before.version, version)}
                      onClick={() => onCompare(before.version, version)}
                    >
                      What changed
                    </Button>
                  )}
                  {!isCurrent && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`Bring back version ${version}`}
                      leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
                      onClick={() => onRevert(version)}
                    >
                      Bring back
                    </Button>
                  )}
                </div>
                {before && isShown(before.version, version) && <Differences compared={compared} />}
              </li>
            )
          })}
        </ol>
        <p className={classes.meta}>
          {versions.length > 1
            ? 'What is brought back becomes the newest version; nothing is lost. Batches keep the version that they were read with.'
            : 'Every save is kept as a version of its own and can be brought back here.'}
        </p>
      </div>
    </Drawer>
  )
}

const marks = {
  added: { Icon: IconPlus, words: 'new' },
  removed: { Icon: IconMinus, words: 'gone' },
  changed: { Icon: IconPencil, words: 'changed' },
} as const

function Differences({ compared }: { readonly compared: Compared | null }) {
  if (compared?.differences === null) return <Loader size={16} aria-label="Comparing" />
  const differences = compared?.differences ?? []
  if (differences.length === 0)
    return <p className={classes.meta}>They say the same in all that counts.</p>
  return (
    <ul className={classes.differences} aria-label="Differences">
      {differences.map(({ kind, place, what, before, after }) => {
        const { Icon, words } = marks[kind]
        return (
          <li key={`${kind} ${place} ${what}`} data-kind={kind}>
            <Icon size={14} stroke={2} aria-hidden className={classes.mark} />
            <div>
              <span className={classes.place}>
                {place} {words}
                {what && `: ${what}`}
              </span>
              {kind === 'changed' && (
                <span className={classes.change}>
                  {before !== null && <del>{before}</del>}
                  {after !== null && <ins>{after}</ins>}
                </span>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
