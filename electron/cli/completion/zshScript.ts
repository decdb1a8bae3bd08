// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the shell.
import type { Completes } from '../options.ts'
import {
  type CompletedOption,
  choicesOf,
  completed,
  completedAlone,
  functionName,
} from './completed.ts'

/** Completion for zsh. */
export function zshScript(name: string): string {
  const called = functionName(name)
  const commands = completed.map(
    ({ name: command, words }) => `    ${quoted(`${command}:${words.replaceAll(':', '\\:')}`)}`,
  )
  const cases = completed.flatMap(({ name: command, options, completes }) => [
    `    (${command})`,
    '      _arguments -s \\',
    ...options.map((option) => `        ${specOf(option)} \\`),
    `        ${quoted(`*: :${actionOf(completes)}`)}`,
    '      ;;',
  ])
  return [
    `#compdef ${name}`,
    `# Completion of ${name} for zsh: source <(${name} completion zsh)`,
    `${called}() {`,
    '  local -a commands',
    '  commands=(',
    ...commands,
    '  )',
    '  if (( CURRENT == 2 )); then',
    '    if [[ "$PREFIX" == -* ]]; then',
    `      _arguments ${completedAlone.map(specOf).join(' ')}`,
    '    else',
    "      _describe 'command' commands",
    '    fi',
    '    return',
    '  fi',
    '  local command="${words[2]}"',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case "$command" in',
    ...cases,
    '    (help)',
    "      _describe 'command' commands",
    '      ;;',
    '    (*)',
    '      _files',
    '      ;;',
    '  esac',
    '}',
    '# Where completion is not switched on yet.',
    'if ! whence compdef >/dev/null; then',
    '  autoload -Uz compinit && compinit -u',
    'fi',
    `compdef ${called} ${name}`,
  ].join('\n')
}

function specOf({ flags, value, words }: CompletedOption): string {
  const said = `[${words.replace(/[[\]\\]/g, '\\$&')}]`
  const after = value === null ? '' : `:value:${actionOf(value)}`
  // Each may come again: the parser says which may not.
  return flags.map((flag) => quoted(`*${flag}${said}${after}`)).join(' ')
}

function actionOf(completes: Completes): string {
  if (completes === 'file') return '_files'
  if (completes === 'folder') return '_files -/'
  const choices = choicesOf(completes)
  return choices.length > 0 ? `(${choices.join(' ')})` : ' '
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
