import type { App, Session, WebContents } from 'electron'
import { ownPage } from '../bridgeNames.ts'

/** Schemes that never leave this computer. */
const ownSchemes = ['sheaf:', 'sheaf-page:', 'blob:', 'data:', 'devtools:']

/** Before Electron is ready: no name is ever looked up, and no service of Chromium's own phones out. */
export function lockDownProcess(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  app.on('web-contents-created', (_, contents) => lockDownContents(contents))
}

/** Every request but those for our own schemes is cancelled; every permission is refused. */
export function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !ownSchemes.includes(schemeOf(request.url)) })
  })
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** A page stays the page that it is: no other address, no second window, no page within it. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-frame-navigate', (event) => {
    // A reload asks for the same address; everything else is a link or a dropped file.
    if (!event.isMainFrame || event.url !== ownPage) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':') + 1)
}
