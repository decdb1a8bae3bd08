import type { MenuItemConstructorOptions } from 'electron'

/** The menu: the keys that every program has, and none of Electron's links to the web. */
export function appMenu({
  isMac,
  showDataFolder,
  showLicences,
}: {
  isMac: boolean
  showDataFolder: () => void
  showLicences: () => void
}): MenuItemConstructorOptions[] {
  const application: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []
  return [
    ...application,
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Show &Data Folder', click: showDataFolder },
        { label: '&Licences of Parts', click: showLicences },
        { type: 'separator' },
        { role: 'about' },
      ],
    },
  ]
}
