import { Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconColumns,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeCsv,
  IconJson,
  IconMarkdown,
} from '@tabler/icons-react'
import { isFormatOf } from '../../electron/choices.ts'
import type { ExportFormat } from '../../electron/contract.ts'
import type { BatchKind } from '../../electron/views.ts'
import { Keys } from './Keys.tsx'

const formats = [
  { format: 'xlsx', words: 'Excel workbook', icon: IconFileSpreadsheet, keys: 'batch.exportXlsx' },
  { format: 'csv', words: 'CSV table', icon: IconFileTypeCsv, keys: 'batch.exportCsv' },
  { format: 'json', words: 'JSON with every detail', icon: IconJson, keys: 'batch.exportJson' },
  { format: 'jsonl', words: 'JSON Lines, one document a line', icon: IconJson, keys: null },
  { format: 'txt', words: 'Plain text', icon: IconFileText, keys: null },
  { format: 'md', words: 'Markdown with tables', icon: IconMarkdown, keys: null },
] as const

interface ExportItemsProps {
  readonly kind: BatchKind
  /** The keys are those of the whole batch. */
  readonly hasKeys: boolean
  readonly onExport: (format: ExportFormat) => void
  /** Opens the dialog with everything that can be chosen. */
  readonly onChoose: () => void
  /** Opens the columns of exports; left out: this is not the place for them. */
  readonly onColumns?: (() => void) | undefined
}

/** What a batch can be written as, for a menu. */
export function ExportItems({ kind, hasKeys, onExport, onChoose, onColumns }: ExportItemsProps) {
  return (
    <>
      {formats
        .filter(({ format }) => isFormatOf(kind, format))
        .map(({ format, words, icon: Icon, keys }) => (
          <Menu.Item
            key={format}
            leftSection={<Icon size={17} stroke={1.6} />}
            rightSection={hasKeys && keys && <Keys command={keys} />}
            onClick={() => onExport(format)}
          >
            {words}
          </Menu.Item>
        ))}
      <Menu.Divider />
      {onColumns && kind === 'extract' && (
        <Menu.Item
          leftSection={<IconColumns size={17} stroke={1.6} />}
          rightSection={hasKeys && <Keys command="batch.columns" />}
          onClick={onColumns}
        >
          Columns…
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconAdjustments size={17} stroke={1.6} />}
        rightSection={hasKeys && <Keys command="batch.exportMore" />}
        onClick={onChoose}
      >
        More choices…
      </Menu.Item>
    </>
  )
}
