/** A pool thread that misbehaves as its task's path says; erasable TypeScript, loaded as it is. */

const ok = (value: unknown) => ({ ok: true, value })

export async function inspectFile({ path }: { path: string }) {
  return ok({ type: 'pdf', size: path.length, sha256: 'aa', pageCount: 1 })
}

export async function readPage({ path, page }: { path: string; page: number }) {
  if (path === 'hangs') await new Promise((resolve) => setTimeout(resolve, 60_000))
  if (path === 'spins') for (;;);
  if (path === 'exits') process.exit(7)
  if (path === 'throws') throw new Error('rubbish')
  if (path === 'dies later') {
    setTimeout(() => {
      throw new Error('after the answer was promised')
    })
    await new Promise(() => {})
  }
  if (path === 'eats memory') {
    const eaten: number[][] = []
    for (;;) eaten.push(new Array(1_000_000).fill(Math.random()))
  }
  if (path === 'refuses')
    return { ok: false, error: { code: 'page_too_large', message: '', details: { page } } }
  return ok({ page: { number: page }, engine: 'stub', seconds: 0, previewWritten: false })
}

let isWarm = false
export async function warmUp() {
  isWarm = true
  return ok(null)
}

/** Answers whether its thread was there before it was needed. */
export async function renderPreview() {
  return ok(isWarm)
}
