import { ActionIcon, Tooltip } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconFolderSearch,
  IconKeyboard,
  IconMoon,
  IconSettings,
  IconStethoscope,
  IconSun,
  IconTemplate,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { hrefOf } from '../router.ts'
import { useSchemeToggle } from '../useSchemeToggle.ts'
import { SheafMark } from './SheafMark.tsx'
import classes from './TopBar.module.css'

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const

export interface Crumb {
  readonly words: string
  readonly href?: string
}

interface TopBarProps {
  readonly crumbs: readonly Crumb[]
  readonly onSheet: () => void
  readonly children?: ReactNode
}

/** Where one is, the way back up, and what holds everywhere. */
export function TopBar({ crumbs, onSheet, children }: TopBarProps) {
  const { scheme, words, showNext } = useSchemeToggle()
  const Icon = icons[scheme]
  return (
    <header className={classes.bar}>
      <nav aria-label="Where you are" className={classes.crumbs}>
        <a href={hrefOf({ view: 'home' })} className={classes.home} aria-label="Sheaf, all batches">
          <SheafMark />
          <span>Sheaf</span>
        </a>
        {crumbs.map((crumb) => (
          <span key={crumb.words} className={classes.crumb}>
            <span className={classes.slash} aria-hidden>
              /
            </span>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.words}</a>
            ) : (
              <span aria-current="page">{crumb.words}</span>
            )}
          </span>
        ))}
      </nav>
      <div className={classes.right}>
        {children}
        <BarLink view="templates" words="Templates" keys="M" icon={IconTemplate} />
        <BarLink view="watches" words="Watched folders" keys="W" icon={IconFolderSearch} />
        <BarLink view="upkeep" words="Upkeep" keys="D" icon={IconStethoscope} />
        <BarLink view="settings" words="Settings" keys="," icon={IconSettings} />
        <Tooltip label={`Colours: ${words} (T)`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={showNext}
            aria-label={`Colours: ${words}. Change`}
          >
            <Icon size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Keyboard shortcuts (?)">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={onSheet}
            aria-label="Keyboard shortcuts"
          >
            <IconKeyboard size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
    </header>
  )
}

interface BarLinkProps {
  readonly view: 'templates' | 'watches' | 'upkeep' | 'settings'
  readonly words: string
  readonly keys: string
  readonly icon: typeof IconSettings
}

function BarLink({ view, words, keys, icon: Icon }: BarLinkProps) {
  return (
    <Tooltip label={`${words} (${keys})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        component="a"
        href={hrefOf({ view })}
        aria-label={words}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
