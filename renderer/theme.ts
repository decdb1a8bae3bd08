import {
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core'

/** Petrol: the one accent. It means “this is yours to do” and never a status. */
const petrol: MantineColorsTuple = [
  '#eaf4f7',
  '#d2e6ec',
  '#a6cfdb',
  '#78b7c9',
  '#4d9db4',
  '#2d859f',
  '#176c86',
  '#0e5c74',
  '#0a4a5e',
  '#073848',
]
/** Paper greys: a little warm, so that white pages stand out on them. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ee',
  '#e9e6e0',
  '#dcd8d0',
  '#c6c1b8',
  '#a29d94',
  '#79756d',
  '#5b5852',
  '#3c3a36',
  '#232220',
]
/** Night greys, text first as Mantine has it. */
const dark: MantineColorsTuple = [
  '#e4e7e8',
  '#b4bbbe',
  '#98a1a5',
  '#6c767b',
  '#39434a',
  '#2b343a',
  '#1e262b',
  '#161c20',
  '#111619',
  '#0b0f11',
]

/** Brick: for what cannot be taken back, and for failures. */
const red: MantineColorsTuple = [
  '#fdf1ef',
  '#fbe3df',
  '#f4c3bc',
  '#eda096',
  '#e27d71',
  '#d2594d',
  '#b93a2f',
  '#a8261d',
  '#871d16',
  '#661510',
]

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray, dark, red },
  black: '#1d2326',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: {
    xs: '0.75rem',
    sm: '0.8125rem',
    md: '0.875rem',
    lg: '1rem',
    xl: '1.25rem',
  },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    InputWrapper: InputWrapper.extend({
      // The focus of the input goes around it and leaves its label alone.
      styles: { label: { fontWeight: 450, color: 'var(--dim)', marginBottom: 5 } },
    }),
    Menu: Menu.extend({
      defaultProps: {
        // A menu holds its items and nothing else that could have the keyboard.
        withInitialFocusPlaceholder: false,
        // It belongs to the part of the page that its button is in, and is cut off by none.
        withinPortal: false,
        floatingStrategy: 'fixed',
      },
      // A long one is scrolled in a low window: all of it can be seen.
      styles: { dropdown: { maxHeight: 'calc(100dvh - 64px)', overflowY: 'auto' } },
    }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
        // What a dialog shows is gone when it closes: it must not fade out empty.
        transitionProps: { duration: 120, exitDuration: 0 },
        closeButtonProps: { 'aria-label': 'Close' },
        // The top of a dialog is not that of the page.
        attributes: { header: { role: 'none' } },
      },
      styles: {
        content: { backgroundColor: 'var(--surface)' },
        header: { backgroundColor: 'var(--surface)' },
        title: { fontSize: '1rem', fontWeight: 620 },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        attributes: { header: { role: 'none' } },
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 120, exitDuration: 0 },
      },
      styles: {
        content: { backgroundColor: 'var(--surface)' },
        header: { backgroundColor: 'var(--surface)' },
        title: { fontSize: '1rem', fontWeight: 620 },
      },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        ...{ openDelay: 400, withArrow: true, arrowSize: 6 },
        ...{ withinPortal: false, floatingStrategy: 'fixed' },
      },
    }),
  },
})

/** Colour roles: what a colour is for, once per scheme. Style sheets name only these. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mark': '#0e5c74',
    '--mark-fill': 'rgba(255, 196, 0, 0.28)',
    '--mark-faint': 'rgba(14, 92, 116, 0.24)',
    '--mark-review': '#b26a00',
  },
  light: {
    '--mantine-color-body': '#f7f5f1',
    '--mantine-color-dimmed': '#636967',
    '--mantine-color-placeholder': '#84877f',
    '--mantine-color-error': '#a8261d',
    '--paper': '#f7f5f1',
    '--surface': '#ffffff',
    '--sunken': '#f1eee8',
    '--canvas': '#e6e2da',
    '--line': '#e3dfd7',
    '--line-strong': '#cfcac0',
    '--ink': '#1d2326',
    '--dim': '#636967',
    '--accent': '#0e5c74',
    '--accent-soft': '#e4f0f3',
    '--ok': '#1c7148',
    '--ok-soft': '#e3f2e9',
    '--ok-fill': '#4fa57c',
    '--look': '#8f5200',
    '--look-soft': '#fbefd9',
    '--look-fill': '#e2a23b',
    '--bad': '#a8261d',
    '--bad-soft': '#fbe8e5',
    '--bad-fill': '#d2594d',
    '--idle': '#5f6462',
    '--idle-soft': '#eeebe5',
    '--shadow': '0 1px 2px rgba(40, 36, 28, 0.05), 0 4px 16px rgba(40, 36, 28, 0.05)',
  },
  dark: {
    '--mantine-color-body': '#13181b',
    '--mantine-color-dimmed': '#98a1a5',
    // What is written below an input in error is read on dark ground.
    '--mantine-color-error': '#f0978e',
    '--paper': '#13181b',
    '--surface': '#1b2226',
    '--sunken': '#161c20',
    '--canvas': '#0d1113',
    '--line': '#2a3338',
    '--line-strong': '#3c474e',
    '--ink': '#e4e7e8',
    '--dim': '#98a1a5',
    '--accent': '#78b7c9',
    '--accent-soft': '#17313a',
    '--ok': '#74c99c',
    '--ok-soft': '#173226',
    '--ok-fill': '#4c9f76',
    '--look': '#eeb45c',
    '--look-soft': '#372a14',
    '--look-fill': '#cf9440',
    '--bad': '#f0978e',
    '--bad-soft': '#3c1f1d',
    '--bad-fill': '#cc6a60',
    '--idle': '#a3abae',
    '--idle-soft': '#262e33',
    '--shadow': '0 1px 2px rgba(0, 0, 0, 0.3), 0 6px 20px rgba(0, 0, 0, 0.25)',
  },
})
