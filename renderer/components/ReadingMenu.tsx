import { Button, Loader, Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconEye, IconFileText, IconWand } from '@tabler/icons-react'
import type { Output, ReaderMode } from '../../electron/contract.ts'
import type { DocumentView } from '../../electron/views.ts'
import { languageName, readerPhrase } from '../words.ts'
import { Keys } from './Keys.tsx'
import classes from './ReadingMenu.module.css'

export interface ReadingHands {
  readonly isReading: boolean
  readonly isMenuOpen: boolean
  readonly onMenu: (isOpen: boolean) => void
  readonly onReadAgain: (mode: ReaderMode, language: string | null) => void
}

interface ReadingMenuProps extends ReadingHands {
  readonly page: DocumentView['pages'][number]
  /** A picture has no text layer. */
  readonly isPdf: boolean
  readonly languages: Output<'app.state'>['languages']
}

/** How a page was read and why, and the ways to read its document again. */
export function ReadingMenu(props: ReadingMenuProps) {
  const { page, isPdf, languages, isReading, isMenuOpen, onMenu, onReadAgain } = props
  return (
    <Menu
      position="bottom-start"
      width={300}
      shadow="md"
      trapFocus
      opened={isMenuOpen}
      onChange={onMenu}
    >
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          className={classes.target}
          disabled={isReading}
          leftSection={isReading ? <Loader size={13} /> : undefined}
          rightSection={<IconChevronDown size={14} stroke={1.8} />}
        >
          {isReading ? 'Reading again…' : `Page ${page.number}, ${readerPhrase(page.reader)}`}
          <VisuallyHidden>: how it was read</VisuallyHidden>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <div className={classes.facts}>
          <p>{factsOf(page)}</p>
          {page.readerReason && <p className={classes.reason}>{page.readerReason}</p>}
        </div>
        <Menu.Divider />
        <Menu.Label className={classes.label}>
          Read the document again <Keys command="document.readAgain" />
        </Menu.Label>
        <Menu.Item
          leftSection={<IconEye size={16} stroke={1.7} />}
          onClick={() => onReadAgain('ocr', null)}
        >
          With OCR, language found by itself
        </Menu.Item>
        {isPdf && (
          <Menu.Item
            leftSection={<IconFileText size={16} stroke={1.7} />}
            onClick={() => onReadAgain('text_layer', null)}
          >
            With the text layer
          </Menu.Item>
        )}
        {isPdf && (
          <Menu.Item
            leftSection={<IconWand size={16} stroke={1.7} />}
            onClick={() => onReadAgain('auto', null)}
          >
            With whichever fits each page
          </Menu.Item>
        )}
        <Menu.Label>With OCR in</Menu.Label>
        <div className={classes.languages}>
          {languages.map(({ code, name }) => (
            <Menu.Item key={code} onClick={() => onReadAgain('ocr', code)}>
              {name}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}

function factsOf({ reader, language, rotation }: DocumentView['pages'][number]): string {
  const facts = [
    readerPhrase(reader),
    language && `in ${languageName(language)}`,
    rotation !== 0 && `turned by ${rotation}°`,
  ].filter(Boolean)
  const sentence = facts.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
