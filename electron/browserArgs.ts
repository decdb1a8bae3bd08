/**
 * How a browser is started so that it asks nothing of anyone and fetches nothing of its own. As
 * root, Chromium runs only without its sandbox; Sheaf's pages are the only ones that it shows.
 */
export function browserArgs(isRoot: boolean = process.getuid?.() === 0): readonly string[] {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
}
