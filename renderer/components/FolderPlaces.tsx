import { IconDeviceDesktop, IconFolder, IconHome } from '@tabler/icons-react'
import classes from './FolderPlaces.module.css'

interface FolderPlacesProps {
  readonly places: readonly { readonly name: string; readonly path: string }[]
  readonly current: string
  readonly onOpen: (path: string) => void
}

/** Starting points beside the list. */
export function FolderPlaces({ places, current, onOpen }: FolderPlacesProps) {
  return (
    <nav aria-label="Places" className={classes.places}>
      {places.map(({ name, path }) => {
        const Icon = iconOf(name)
        return (
          <button
            key={path}
            type="button"
            className={classes.place}
            aria-current={path === current || undefined}
            onClick={() => onOpen(path)}
          >
            <Icon size={16} stroke={1.6} aria-hidden />
            <span>{name}</span>
          </button>
        )
      })}
    </nav>
  )
}

function iconOf(name: string) {
  if (/home/i.test(name)) return IconHome
  return /computer|drive|disk|^[a-z]:/i.test(name) ? IconDeviceDesktop : IconFolder
}
