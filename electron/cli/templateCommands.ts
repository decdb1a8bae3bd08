import type { Output } from '../contract.ts'
import type { App } from '../core/createApp.ts'
import { type Call, callOf } from './call.ts'
import type { TemplateCommand } from './command.ts'
import { exit } from './exitStatus.ts'
import { readTemplateFile } from './readTemplateFile.ts'
import type { Terminal } from './terminal.ts'
import { testTemplate } from './testTemplate.ts'
import { columns } from './words.ts'

/** Lists, shows, takes in, checks and tries templates. */
export async function templates(
  app: App,
  terminal: Terminal,
  command: TemplateCommand,
): Promise<number> {
  const call = callOf(app)
  switch (command.kind) {
    case 'templates':
      return listTemplates(call, terminal, command)
    case 'templates show':
      return showTemplate(call, terminal, command)
    case 'templates import':
      return importTemplate(call, terminal, command)
    case 'templates check':
      return checkTemplate(call, terminal, command)
    case 'templates test':
      return testTemplate(call, terminal, command)
  }
}

type Of<K extends TemplateCommand['kind']> = Extract<TemplateCommand, { kind: K }>

async function listTemplates(call: Call, terminal: Terminal, { json }: Of<'templates'>) {
  const list = await call('template.list', {})
  if (json) terminal.answer(JSON.stringify(list, null, 2))
  else
    for (const line of columns(
      list.map(({ name, version, description, title }) => [
        name,
        `version ${version}`,
        description || title,
      ]),
    ))
      terminal.answer(line)
  return exit.good
}

async function showTemplate(call: Call, terminal: Terminal, command: Of<'templates show'>) {
  const { name, json } = command
  if (json) terminal.answer(JSON.stringify(await call('template.get', { name }), null, 2))
  else terminal.answer((await call('template.text', { name, format: 'sheaf' })).text.trimEnd())
  return exit.good
}

async function importTemplate(call: Call, terminal: Terminal, command: Of<'templates import'>) {
  const { file, replace, json } = command
  const { template, problems } = await readTemplateFile(call, file)
  if (template === null || problems.length > 0) return tellProblems(terminal, command, problems)
  const isThere = (await call('template.list', {})).some(({ name }) => name === template.name)
  const replaces = replace && isThere ? template.name : null
  const saved = await call('template.save', { template, replaces })
  if (json) terminal.answer(JSON.stringify(saved, null, 2))
  else terminal.answer(`imported ${saved.template.name} version ${saved.version}`)
  return exit.good
}

async function checkTemplate(call: Call, terminal: Terminal, command: Of<'templates check'>) {
  const { template, problems } = await readTemplateFile(call, command.file)
  // What only shows beside the other parts of a template is found by looking at the whole.
  const more = template === null ? [] : (await call('template.check', { template })).problems
  const known = new Set(problems.map(({ sentence }) => sentence))
  const all = [...problems, ...more.filter(({ sentence }) => !known.has(sentence))]
  return tellProblems(terminal, command, all)
}

function tellProblems(
  terminal: Terminal,
  { json, file }: { readonly json: boolean; readonly file: string },
  problems: Output<'template.read'>['problems'],
): number {
  if (json) terminal.answer(JSON.stringify({ file, problems }, null, 2))
  else if (problems.length === 0) terminal.answer(`good ${file}`)
  else
    for (const { path, sentence } of problems)
      terminal.answer(`problem ${path.length === 0 ? '-' : path.join('.')} ${sentence}`)
  return problems.length === 0 ? exit.good : exit.failed
}
