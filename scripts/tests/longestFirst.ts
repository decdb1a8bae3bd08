import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Begun last, one of them would go on alone when all others are through; longest first. */
const longest = [
  'scripts/survival/crash.test.ts',
  'workers/page/ocrPage.test.ts',
  'electron/poolProcess.test.ts',
  'electron/cli.test.ts',
  'electron/cli/checkBatch.test.ts',
  'workers/page/readPage.test.ts',
  'workers/page/sameWords.test.ts',
] as const

/** Vitest's own order, but for the files that are known to take long: they come first in their project. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name)
    return [...byProject.values()].flatMap((group) => {
      const first = longest.flatMap((name) =>
        group.filter(({ moduleId }) => moduleId.endsWith(name)),
      )
      return [...first, ...group.filter((file) => !first.includes(file))]
    })
  }
}
