import { defineConfig } from 'electron-vite'
import face from './vite.config.ts'

/**
 * Electron's three parts. Packages stay outside the bundles (native modules and engines find their
 * own files), except in the preload script, which the sandbox allows to require Electron alone.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { main: 'electron/main.ts', worker: 'workers/index.ts' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...face,
    build: {
      ...face.build,
      outDir: 'out/renderer',
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
})
