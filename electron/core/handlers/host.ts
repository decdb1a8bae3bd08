import type { Core } from '../core.ts'
import type { HandlersOf } from './index.ts'

export function hostHandlers({ host }: Core): HandlersOf<'host'> {
  return {
    'host.chooseFolder': () => host.chooseFolder(),
    'host.chooseFiles': async () => {
      const files = await host.chooseFiles()
      return files && [...files]
    },
    'host.chooseSavePath': ({ suggestedName, format }) =>
      host.chooseSavePath(suggestedName, format),
    'host.reveal': ({ path }) => host.reveal(path),
  }
}
