// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are variables of the shell.
import type { Completes } from '../options.ts'
import {
  type CompletedOption,
  choicesOf,
  completed,
  completedAlone,
  functionName,
} from './completed.ts'

/** Completion for bash, 3.2 (macOS) and later. */
export function bashScript(name: string): string {
  const called = functionName(name)
  const commands = completed.map((command) => command.name).join(' ')
  const cases = completed.flatMap(({ name: command, options, completes }) => [
    `    ${command})`,
    ...valueCases(options),
    `      options=${quoted(flagsOf(options))}`,
    `      ${offer(completes)}`,
    '      ;;',
  ])
  return [
    `# Completion of ${name} for bash: source <(${name} completion bash)`,
    `${called}() {`,
    '  local current="${COMP_WORDS[COMP_CWORD]}" before="" command="" options="" words="" kind=""',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -gt 1 ]; then',
    '    command="${COMP_WORDS[1]}"',
    '    before="${COMP_WORDS[COMP_CWORD-1]}"',
    '  fi',
    '  case "$command" in',
    "    '')",
    `      options=${quoted(flagsOf(completedAlone))}`,
    `      words=${quoted(`${commands} help`)}`,
    '      ;;',
    ...cases,
    '    help)',
    `      words=${quoted(commands)}`,
    '      ;;',
    '    *)',
    "      kind='file'",
    '      ;;',
    '  esac',
    '  case "$kind:$current" in',
    '    value:*) ;;',
    '    *:-*)',
    '      words="$options"',
    "      kind=''",
    '      ;;',
    '  esac',
    '  local word',
    '  case "$kind" in',
    '    file)',
    '      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")',
    '      ;;',
    '    folder)',
    '      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "$current")',
    '      ;;',
    '  esac',
    '  if [ "${#COMPREPLY[@]}" -gt 0 ]; then',
    '    # Slashes after folders, and quotes where a name needs them.',
    '    compopt -o filenames 2>/dev/null',
    '    return',
    '  fi',
    '  for word in $words; do',
    '    case "$word" in',
    '      "$current"*) COMPREPLY+=("$word") ;;',
    '    esac',
    '  done',
    '}',
    `complete -F ${called} ${name}`,
  ].join('\n')
}

/** What comes after an option that takes a value; the value counts alone. */
function valueCases(options: readonly CompletedOption[]): readonly string[] {
  const taking = options.flatMap(({ flags, value }) => (value === null ? [] : [{ flags, value }]))
  if (taking.length === 0) return []
  return [
    '      case "$before" in',
    ...taking.map(({ flags, value }) => `        ${flags.join('|')}) ${valueOffer(value)} ;;`),
    '      esac',
  ]
}

function valueOffer(value: Completes): string {
  if (value === 'file' || value === 'folder') return `kind='${value}' options=''`
  return `kind='value' words=${quoted(choicesOf(value).join(' '))}`
}

function offer(completes: Completes): string {
  if (completes === 'file' || completes === 'folder') return `[ -n "$kind" ] || kind='${completes}'`
  const choices = choicesOf(completes).join(' ')
  return `[ -n "$kind" ] || words=${quoted(choices)}`
}

function flagsOf(options: readonly CompletedOption[]): string {
  return options.flatMap(({ flags }) => flags).join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
