import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import face from './vite.config.ts'

/**
 * electron-vite adds a `require` to bundles that seem to lack one. Our sources are modules that make
 * their own, and two of one name do not load.
 */
const withoutShim: Plugin = {
  name: 'sheaf:without-shim',
  configResolved({ plugins }) {
    for (const plugin of plugins) if (plugin.name === 'vite:esm-shim') delete plugin.renderChunk
  },
}

/**
 * Electron's three parts. Packages stay outside the bundles (native modules and engines find their
 * own files), except in the preload script, which the sandbox allows to require Electron alone.
 */
export default defineConfig({
  main: {
    plugins: [withoutShim],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          poolProcess: 'electron/poolProcess.ts',
          worker: 'workers/index.ts',
          checkThread: 'electron/core/db/checkThread.ts',
        },
        output: { chunkFileNames: '[name]-[hash].js' },
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
