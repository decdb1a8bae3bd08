import { ActionIcon, Menu } from '@mantine/core'
import {
  IconBraces,
  IconCopy,
  IconDots,
  IconDownload,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import type { TemplateSummary } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import { hrefOf } from '../router.ts'
import { templateSourceWords } from '../templateWords.ts'
import { counted } from '../words.ts'
import classes from './TemplateList.module.css'

export interface TemplateHands {
  readonly onUse: (template: TemplateSummary) => void
  readonly onDuplicate: (template: TemplateSummary) => void
  readonly onExport: (template: TemplateSummary, format: 'sheaf' | 'named_entities') => void
  readonly onRemove: (template: TemplateSummary) => void
}

interface TemplateListProps extends TemplateHands {
  readonly templates: readonly TemplateSummary[]
}

const icon = { size: 17, stroke: 1.6 } as const

/** Every template with where it comes from; a row leads to its editor, its menu does the rest. */
export function TemplateList({ templates, ...hands }: TemplateListProps) {
  return (
    <ul className={classes.list} aria-label="Templates" data-templates>
      {templates.map((template) => (
        <li key={template.name} className={classes.row}>
          <a className={classes.link} href={hrefOf({ view: 'template', name: template.name })}>
            <span className={classes.what}>
              <span className={classes.title}>{template.title}</span>
              <span className={classes.meta}>{template.description || template.name}</span>
            </span>
            <span className={classes.meta}>{sizeOf(template)}</span>
            <span className={classes.source}>
              <span data-source={template.source}>{templateSourceWords[template.source]}</span>
              <span className={classes.meta}>{savedWords(template)}</span>
            </span>
          </a>
          <TemplateMenu template={template} {...hands} />
        </li>
      ))}
    </ul>
  )
}

function sizeOf({ fieldCount, tableCount, category }: TemplateSummary): string {
  const parts = [
    category !== 'other' && category,
    // Only a template of all pairs may have no field of its own.
    fieldCount === 0 ? 'every label with a value' : counted(fieldCount, 'field'),
    tableCount > 0 && counted(tableCount, 'table'),
  ]
  return parts.filter(Boolean).join(' · ')
}

function savedWords({ version, savedAt }: TemplateSummary): string {
  return [`Version ${version}`, savedAt && `saved ${whenOf(savedAt)}`].filter(Boolean).join(', ')
}

function TemplateMenu({
  template,
  onUse,
  onDuplicate,
  onExport,
  onRemove,
}: TemplateHands & { readonly template: TemplateSummary }) {
  return (
    <Menu position="bottom-end" width={280} shadow="md" trapFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          aria-label={`More for ${template.title}`}
        >
          <IconDots size={18} stroke={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlayerPlay {...icon} />} onClick={() => onUse(template)}>
          Use for a new batch
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => onDuplicate(template)}>
          Duplicate
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconDownload {...icon} />}
          onClick={() => onExport(template, 'sheaf')}
        >
          Export as Sheaf template…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBraces {...icon} />}
          onClick={() => onExport(template, 'named_entities')}
        >
          Export as named entities…
        </Menu.Item>
        {template.source !== 'built_in' && <Menu.Divider />}
        {template.source !== 'built_in' && (
          <Menu.Item
            color="red"
            leftSection={<IconTrash {...icon} />}
            onClick={() => onRemove(template)}
          >
            {template.source === 'own' ? 'Remove' : 'Go back to the one that came with Sheaf'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
