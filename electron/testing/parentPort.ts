/** `node --import` this, and a forked process speaks with its parent as Electron's utility processes do. */
Object.assign(process, {
  parentPort: {
    on: (_: 'message', receive: (event: { data: unknown }) => void) =>
      process.on('message', (data) => receive({ data })),
    postMessage: (message: unknown) => process.send?.(message),
  },
})
