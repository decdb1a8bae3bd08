import type { Completes } from '../options.ts'
import { type CompletedOption, choicesOf, completed, completedAlone } from './completed.ts'

/** Completion for fish. */
export function fishScript(name: string): string {
  const alone = quoted('__fish_use_subcommand')
  const on = (command: string) => quoted(`__fish_seen_subcommand_from ${command}`)
  return [
    `# Completion of ${name} for fish: ${name} completion fish | source`,
    `complete -c ${name} -f`,
    ...completed.map(
      ({ name: command, words }) =>
        `complete -c ${name} -n ${alone} -a ${command} -d ${quoted(words)}`,
    ),
    ...completedAlone.map((option) => `complete -c ${name} -n ${alone} ${optionOf(option)}`),
    ...completed.flatMap(({ name: command, options, completes }) => [
      ...takenOf(completes).map((taken) => `complete -c ${name} -n ${on(command)} ${taken}`),
      ...options.map((option) => `complete -c ${name} -n ${on(command)} ${optionOf(option)}`),
    ]),
  ].join('\n')
}

function optionOf({ flags, value, words }: CompletedOption): string {
  const names = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  )
  return [...names, ...(value === null ? [] : argumentOf(value)), `-d ${quoted(words)}`].join(' ')
}

/** A value alone (`-x`), unless it is a file. */
function argumentOf(value: Completes): readonly string[] {
  return value === 'file' ? ['-r', '-F'] : ['-x', ...takenOf(value)]
}

function takenOf(completes: Completes): readonly string[] {
  if (completes === 'file') return ['-F']
  if (completes === 'folder') return [`-a ${quoted('(__fish_complete_directories)')}`]
  const choices = choicesOf(completes)
  return choices.length > 0 ? [`-a ${quoted(choices.join(' '))}`] : []
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`
}
