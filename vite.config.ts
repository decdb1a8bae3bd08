import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The pages, for every host: Electron's config takes this one over as its renderer. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Fonts and pictures stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // The polyfill is for browsers older than any that Sheaf opens in.
    modulePreload: { polyfill: false },
    target: 'chrome130',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
  },
})
