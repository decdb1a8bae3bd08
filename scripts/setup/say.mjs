/**
 * One line of progress, on stderr: stdout belongs to what commands answer.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}
