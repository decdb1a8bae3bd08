/**
 * Asks once a pause came after the last wish, one question at a time; the answer to a question that is not the
 * latest any more is thrown away, so that an old answer never takes the place of a newer one.
 */
export function latestOnly<Question, Answer>({
  pause,
  ask,
  take,
}: {
  /** Milliseconds. */
  pause: number
  ask: (question: Question) => Promise<Answer>
  take: (answer: Answer, question: Question) => void
}): { want(question: Question): void; forget(): void } {
  let wish: { readonly question: Question } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAsking = false

  async function begin(): Promise<void> {
    if (isAsking || wish === null) return
    const asked = wish
    isAsking = true
    const answer = await ask(asked.question)
    isAsking = false
    if (wish === asked) take(answer, asked.question)
    // A wish whose own pause is still running begins at its end.
    else if (timer === undefined) await begin()
  }

  return {
    want(question) {
      wish = { question }
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        void begin()
      }, pause)
    },
    /** What was asked is of no interest any more. */
    forget() {
      wish = null
      clearTimeout(timer)
      timer = undefined
    },
  }
}
