import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconDeviceDesktop,
  IconFolderSearch,
  IconKeyboard,
  IconMenu2,
  IconMoon,
  IconSettings,
  IconStethoscope,
  IconSun,
  IconTemplate,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { hrefOf } from '../router.ts'
import { type Command, shortcutOf } from '../shortcuts.ts'
import { useSchemeToggle } from '../useSchemeToggle.ts'
import { Keys } from './Keys.tsx'
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
      <div className={classes.right} data-full={children ? true : undefined}>
        {children}
        <nav aria-label="Parts of Sheaf" className={classes.links}>
          {places.map((place) => (
            <BarLink key={place.view} {...place} />
          ))}
        </nav>
        <div className={classes.acts}>
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
        {children && <BarMenu scheme={words} onScheme={showNext} onSheet={onSheet} />}
      </div>
    </header>
  )
}

interface Place {
  readonly view: 'templates' | 'watches' | 'upkeep' | 'settings'
  readonly words: string
  readonly command: Command
  readonly icon: typeof IconSettings
}

const places: readonly Place[] = [
  { view: 'templates', words: 'Templates', command: 'app.templates', icon: IconTemplate },
  { view: 'watches', words: 'Watched folders', command: 'app.watches', icon: IconFolderSearch },
  { view: 'upkeep', words: 'Upkeep', command: 'app.upkeep', icon: IconStethoscope },
  { view: 'settings', words: 'Settings', command: 'app.settings', icon: IconSettings },
]

/** Its word stands beside it where there is room, and is told in any case. */
function BarLink({ view, words, command, icon: Icon }: Place) {
  return (
    <Tooltip label={`${words} (${shortcutOf(command).keys[0]})`}>
      <a className={classes.link} href={hrefOf({ view })} aria-label={words}>
        <Icon size={18} stroke={1.7} aria-hidden />
        <span className={classes.words}>{words}</span>
      </a>
    </Tooltip>
  )
}

interface BarMenuProps {
  readonly scheme: string
  readonly onScheme: () => void
  readonly onSheet: () => void
}

/** All of it behind one button: beside what a view has put there, a narrow window has no room for more. */
function BarMenu({ scheme, onScheme, onSheet }: BarMenuProps) {
  return (
    <Menu position="bottom-end" width={250} shadow="md" trapFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.menu}
          aria-label="Parts of Sheaf"
        >
          <IconMenu2 size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map(({ view, words, command, icon: Icon }) => (
          <Menu.Item
            key={view}
            component="a"
            href={hrefOf({ view })}
            leftSection={<Icon size={16} stroke={1.7} />}
            rightSection={<Keys command={command} />}
          >
            {words}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item rightSection={<Keys command="app.theme" />} onClick={onScheme}>
          Colours: {scheme}
        </Menu.Item>
        <Menu.Item rightSection={<Keys command="app.sheet" />} onClick={onSheet}>
          Keyboard shortcuts
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
