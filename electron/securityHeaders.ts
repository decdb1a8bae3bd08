/** What every answer of a host says to the page's browser: nothing from elsewhere, framed nowhere. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy({ images: '', connections: "'self'" }),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The same in Electron, where page pictures have a scheme of their own and nothing is fetched. */
export const electronSecurityHeaders: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': policy({ images: ' sheaf-page:', connections: "'none'" }),
}

/** Inline styles are Mantine's: it positions its menus with style attributes. */
function policy({ images, connections }: { images: string; connections: string }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' blob: data:${images}`,
    "font-src 'self'",
    `connect-src ${connections}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
