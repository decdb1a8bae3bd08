let keepTyped: (() => void) | null = null

/** What is being typed into a field and is not kept yet. */
export const typing = {
  /** It is kept so; gives how that is taken back. */
  begin(keep: () => void): () => void {
    keepTyped = keep
    return () => {
      if (keepTyped === keep) keepTyped = null
    }
  },
  /** Keeps it now: something is about to happen to the document, or another one to be opened. */
  keep: (): void => keepTyped?.(),
}
