import type { Completes } from '../options.ts'
import { type CompletedOption, choicesOf, completed, completedAlone } from './completed.ts'

/** Completion for PowerShell 5.1 and later. Where nothing is offered, it completes files by itself. */
export function powershellScript(name: string): string {
  const commands = completed.map(
    ({ name: command, words }) => `    ${quoted(command)} = ${quoted(words)}`,
  )
  const options = completed.flatMap(({ name: command, options, completes }) => [
    `    ${quoted(command)} = @{`,
    `      words = @(${listed(choicesOf(completes))})`,
    ...optionLines(options),
    '    }',
  ])
  return [
    `# Completion of ${name} for PowerShell: ${name} completion powershell | Out-String | Invoke-Expression`,
    `Register-ArgumentCompleter -Native -CommandName ${quoted(name)} -ScriptBlock {`,
    '  param($wordToComplete, $commandAst, $cursorPosition)',
    '  $commands = [ordered]@{',
    ...commands,
    '  }',
    '  $known = @{',
    "    '' = @{",
    '      words = @()',
    ...optionLines(completedAlone),
    '    }',
    ...options,
    '  }',
    '  $typed = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })',
    "  if ($wordToComplete -ne '' -and $typed.Count -gt 1) {",
    '    $typed = @($typed[0..($typed.Count - 2)])',
    '  }',
    "  $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }",
    '  if (-not $known.ContainsKey($command)) { return }',
    '  $here = $known[$command]',
    '  $before = $typed[-1]',
    '  $offers = [ordered]@{}',
    '  if ($here.values.ContainsKey($before)) {',
    '    foreach ($value in $here.values[$before]) { $offers[$value] = $value }',
    "  } elseif ($wordToComplete -like '-*') {",
    '    foreach ($flag in $here.flags.Keys) { $offers[$flag] = $here.flags[$flag] }',
    "  } elseif ($command -eq '') {",
    '    foreach ($each in $commands.Keys) { $offers[$each] = $commands[$each] }',
    '  } else {',
    '    foreach ($word in $here.words) { $offers[$word] = $word }',
    '  }',
    '  foreach ($offer in $offers.Keys) {',
    '    if ($offer -like "$wordToComplete*") {',
    "      [System.Management.Automation.CompletionResult]::new($offer, $offer, 'ParameterValue', $offers[$offer])",
    '    }',
    '  }',
    '}',
  ].join('\n')
}

function optionLines(options: readonly CompletedOption[]): readonly string[] {
  const flags = options.flatMap(({ flags, words }) =>
    flags.map((flag) => `        ${quoted(flag)} = ${quoted(words)}`),
  )
  const values = options.flatMap(({ flags, value }) =>
    value === null ? [] : flags.map((flag) => `        ${quoted(flag)} = @(${valuesOf(value)})`),
  )
  return [
    '      flags = [ordered]@{',
    ...caseless(flags),
    '      }',
    '      values = @{',
    ...caseless(values),
    '      }',
  ]
}

/** Names of a table of PowerShell do not tell -V from -v. */
function caseless(lines: readonly string[]): readonly string[] {
  return [...new Map(lines.map((line) => [line.split(' = ')[0]?.toLowerCase(), line])).values()]
}

function valuesOf(value: Completes): string {
  return listed(choicesOf(value))
}

function listed(words: readonly string[]): string {
  return words.map(quoted).join(', ')
}

function quoted(text: string): string {
  // Typographic apostrophes end a string of PowerShell, too.
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`
}
