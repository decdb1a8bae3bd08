import {
  localStorageColorSchemeManager,
  type MantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core'

const name = 'sheaf-colors'
const aYear = 365 * 24 * 60 * 60

/**
 * Remembers light, dark or auto. The loopback host has another port every time, and with it
 * another local storage; a cookie belongs to the address alone. Electron has no cookies to set.
 */
export function colorSchemeManager(): MantineColorSchemeManager {
  const storage = localStorageColorSchemeManager({ key: name })
  if (!window.location.protocol.startsWith('http')) return storage
  return {
    ...storage,
    get: (fallback) => inCookie() ?? fallback,
    set(scheme) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous.
      document.cookie = `${name}=${scheme}; max-age=${aYear}; samesite=strict; path=/`
    },
  }
}

function inCookie(): MantineColorScheme | null {
  const value = new RegExp(`(?:^|; )${name}=(light|dark|auto)`).exec(document.cookie)?.[1]
  return value ? (value as MantineColorScheme) : null
}
