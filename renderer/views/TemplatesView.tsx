import { Button, CloseButton } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { TemplateProblem, TemplateSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { TemplateList } from '../components/TemplateList.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { exportTemplate } from '../exportTemplate.tsx'
import { go } from '../router.ts'
import { showFailure } from '../showFailure.tsx'
import { showRemovedTemplate } from '../showRemovedTemplate.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useIntakeStore } from '../stores/intakeStore.ts'
import { useTemplateStore } from '../stores/templateStore.ts'
import { draftOf } from '../templateDraft.ts'
import { useFileDrop } from '../useFileDrop.ts'
import { useShortcuts } from '../useShortcuts.ts'
import classes from './TemplatesView.module.css'

/** Every template: what Sheaf can look for, and where a person's own ones begin. */
export function TemplatesView() {
  const { app, toggleSheet } = useAppStore()
  const { begin } = useTemplateStore()
  const input = useRef<HTMLInputElement>(null)
  /** What is wrong with a file that is no template at all. */
  const [misread, setMisread] = useState<readonly TemplateProblem[]>([])
  const templates = app?.templates ?? []

  const read = async (file: File | undefined) => {
    if (!file) return
    setMisread([])
    const read = await client.call('template.read', {
      filename: file.name,
      text: await file.text(),
    })
    if (!read.ok) return showFailure(read.error)
    const { template, problems } = read.value
    if (template === null) return setMisread(problems)
    // Its names are those of the file, whatever the labels say.
    begin({ ...draftOf(template), isNameOwn: false }, problems)
    go({ view: 'template', name: null })
  }
  const create = () => {
    useTemplateStore.getState().drop()
    go({ view: 'template', name: null })
  }
  const duplicate = async ({ name }: TemplateSummary) => {
    const copy = await client.call('template.duplicate', { name })
    if (!copy.ok) return showFailure(copy.error)
    go({ view: 'template', name: copy.value.template.name })
  }
  const remove = async (template: TemplateSummary) => {
    const removed = await client.call('template.remove', { name: template.name })
    if (!removed.ok) return showFailure(removed.error)
    const intake = useIntakeStore.getState()
    if (template.source === 'own' && intake.template === template.name)
      intake.describe({ template: 'auto' })
    showRemovedTemplate(template)
  }
  const use = ({ name }: TemplateSummary) => {
    useIntakeStore.getState().describe({ template: name })
    go({ view: 'home' })
  }
  const { isOver, handlers } = useFileDrop((dropped) => read(dropped.files[0]))
  const chooseFile = () => input.current?.click()
  useShortcuts({
    'app.up': () => go({ view: 'home' }),
    'templates.new': create,
    'templates.read': chooseFile,
    'templates.next': () => moveFocus(1),
    'templates.previous': () => moveFocus(-1),
  })

  return (
    <div className={classes.view} {...handlers}>
      <TopBar crumbs={[{ words: 'Templates' }]} onSheet={toggleSheet} />
      <main className={classes.main} data-over={isOver || undefined}>
        <title>Templates – Sheaf</title>
        <div className={classes.column}>
          <header className={classes.head}>
            <div className={classes.words}>
              <h1 className={classes.title}>Templates</h1>
              <p>
                A template says what Sheaf looks for on one type of document. Change one that came
                with it, or write your own and try it on documents that were read already.
              </p>
            </div>
            <div className={classes.buttons}>
              <Button
                variant="default"
                leftSection={<IconFileImport size={17} stroke={1.7} />}
                rightSection={<Keys command="templates.read" />}
                onClick={chooseFile}
              >
                Import…
              </Button>
              <Button
                leftSection={<IconPlus size={17} stroke={1.8} />}
                rightSection={<Keys command="templates.new" />}
                onClick={create}
              >
                New template
              </Button>
              <input
                ref={input}
                type="file"
                accept=".json,application/json"
                aria-label="Template file"
                hidden
                onChange={({ currentTarget }) => {
                  void read(currentTarget.files?.[0])
                  currentTarget.value = ''
                }}
              />
            </div>
          </header>
          {misread.map(({ sentence }) => (
            <Notice
              key={sentence}
              tone="bad"
              action={<CloseButton size="sm" aria-label="Dismiss" onClick={() => setMisread([])} />}
            >
              The file could not be imported. {sentence}
            </Notice>
          ))}
          {isOver && <Notice tone="idle">Let go to import the file as a template.</Notice>}
          <TemplateList
            templates={templates}
            onUse={use}
            onDuplicate={duplicate}
            onExport={({ name }, format) => exportTemplate(name, format, app?.dialogs ?? false)}
            onRemove={remove}
          />
          <p className={classes.hint}>
            A template file, also one of named entities as other tools write them, can be dropped
            here.
          </p>
        </div>
      </main>
    </div>
  )
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-templates] a')]
  const at = rows.findIndex((row) => row.matches(':focus'))
  rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))]?.focus()
}
