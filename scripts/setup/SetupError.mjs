/** Trouble while setting up, in a sentence for the person at the terminal; never shown with a stack. */
export class SetupError extends Error {
  /**
   * @param {string} sentence
   * @param {string} [output] what the failing program said, printed below the sentence
   */
  constructor(sentence, output = '') {
    super(sentence)
    this.name = 'SetupError'
    this.output = output
  }
}
