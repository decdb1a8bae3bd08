import { Button, Menu, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconChevronDown, IconWand } from '@tabler/icons-react'
import type { DocumentView, TemplateSummary } from '../../electron/views.ts'
import { certaintyOf, certaintyWords, languageName, titleOf } from '../words.ts'
import { Keys } from './Keys.tsx'
import classes from './TypeMenu.module.css'

export interface TypeHands {
  readonly isTypeMenuOpen: boolean
  readonly onTypeMenu: (isOpen: boolean) => void
  /** A template's name, or `auto`. */
  readonly onType: (template: string) => void
}

interface TypeMenuProps extends TypeHands {
  readonly view: DocumentView
  readonly templates: readonly TemplateSummary[]
}

/** What the document is, and what else it could be taken for. */
export function TypeMenu({ view, templates, ...hands }: TypeMenuProps) {
  const { isTypeMenuOpen, onTypeMenu, onType } = hands
  const isSure = certaintyOf(view.typeConfidence) === 'high' || view.type === 'unknown'
  return (
    <Menu
      position="bottom-end"
      width={280}
      shadow="md"
      trapFocus
      opened={isTypeMenuOpen}
      onChange={onTypeMenu}
    >
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="light"
          color="gray"
          className={classes.target}
          title={`Type: ${certaintyWords[certaintyOf(view.typeConfidence)]}`}
          rightSection={<IconChevronDown size={14} stroke={1.8} />}
        >
          <VisuallyHidden>Type of the document: </VisuallyHidden>
          {view.type === 'unknown' ? 'Unknown type' : titleOf(view.type)}
          {!isSure && '?'}
          {view.language && (
            <span className={classes.language}>, {languageName(view.language)}</span>
          )}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.label}>
          Find its values anew as <Keys command="document.setType" />
        </Menu.Label>
        {templates.map(({ name, title }) => (
          <Menu.Item
            key={name}
            rightSection={view.type === name ? <IconCheck size={15} stroke={2} /> : null}
            onClick={() => onType(name)}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconWand size={16} stroke={1.7} />} onClick={() => onType('auto')}>
          The likeliest by its pages
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
