/** What is asked for again before it is answered is done once: both who ask have the one answer. */
export function createOnce() {
  const underway = new Map<string, Promise<unknown>>()
  return <T>(wish: string, ask: () => Promise<T>): Promise<T> => {
    const answer = (underway.get(wish) as Promise<T> | undefined) ?? ask()
    underway.set(wish, answer)
    void answer.finally(() => underway.delete(wish))
    return answer
  }
}
