import { useMantineColorScheme } from '@mantine/core'

const schemes = {
  light: { words: 'light', next: 'dark' },
  dark: { words: 'dark', next: 'auto' },
  auto: { words: 'as the system', next: 'light' },
} as const

/** The colour scheme in use (Mantine remembers it) and the step to the next one. */
export function useSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { words, next } = schemes[colorScheme]
  return { scheme: colorScheme, words, showNext: () => setColorScheme(next) }
}
