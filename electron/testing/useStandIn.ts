import { registerHooks } from 'node:module'

/** `node --import` this, and what imports `electron` gets the stand-in. */
const standIn = new URL('./standIn.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
