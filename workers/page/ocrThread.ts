/**
 * The thread in which the OCR engine runs. Its library prints remarks on every speck of dirt to the
 * terminal (“boxClipToRectangle: box outside rectangle”); what matters arrives as a message instead.
 */
console.error = () => {}
await import('tesseract.js/src/worker-script/node/index.js')

export {}
