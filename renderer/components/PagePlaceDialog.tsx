import { Button, Group, Modal, NativeSelect } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { KeyboardEvent } from 'react'
import type { TemplateTrial } from '../../electron/views.ts'
import type { Box } from '../boxBetween.ts'
import { type Area, nudged } from '../placeWords.ts'
import classes from './PagePlaceDialog.module.css'
import { PageSheet, type PlacedField } from './PageSheet.tsx'

interface PagePlaceDialogProps {
  readonly title: string
  /** Whose page it is. */
  readonly trial: TemplateTrial
  /** All whose pages could be shown. */
  readonly documents: readonly { readonly documentId: string; readonly filename: string }[]
  readonly page: number
  readonly fields: readonly PlacedField[]
  readonly focusId: number | null
  /** The part of the page that is drawn; null: none yet. */
  readonly area: Area | null
  /** null: the page is only looked at. */
  readonly onArea: ((area: Area | null) => void) | null
  readonly srcOf: (imageId: string) => string
  readonly onShow: (documentId: string, page: number) => void
  readonly onClose: () => void
}

/** A page of a document: where values stand on it, or to draw the area in which a field is looked for. */
export function PagePlaceDialog(props: PagePlaceDialogProps) {
  const { title, trial, documents, page, onArea, onShow, onClose } = props
  const sheet = trial.pages.find(({ number }) => number === page) ?? trial.pages[0]
  return (
    <Modal opened onClose={onClose} title={title} size={760} centered>
      <div className={classes.tools}>
        {documents.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label="Document"
            className={classes.document}
            value={trial.documentId}
            data={documents.map(({ documentId, filename }) => ({
              value: documentId,
              label: filename,
            }))}
            onChange={({ currentTarget }) => onShow(currentTarget.value, 1)}
          />
        )}
        {trial.pages.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label="Page"
            value={String(sheet?.number)}
            data={trial.pages.map(({ number }) => ({
              value: String(number),
              label: `Page ${number}`,
            }))}
            onChange={({ currentTarget }) => onShow(trial.documentId, Number(currentTarget.value))}
          />
        )}
      </div>
      {onArea && <AreaTools {...props} onArea={onArea} />}
      {sheet && <Sheet {...props} sheet={sheet} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose} data-autofocus={onArea === null || undefined}>
          {onArea ? 'Done' : 'Close'}
        </Button>
      </Group>
    </Modal>
  )
}

interface SheetProps extends PagePlaceDialogProps {
  readonly sheet: TemplateTrial['pages'][number]
}

function Sheet({ sheet, area, fields, focusId, onArea, srcOf }: SheetProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [wide, high] = sheet.size
  const hit = area && {
    page: sheet.number,
    text: 'area',
    box: [area[0] * wide, area[1] * high, area[2] * wide, area[3] * high] as const,
  }
  const take = (_page: number, [left, top, right, bottom]: Box) => {
    // A press without a stroke is no area.
    if (right - left < wide * 0.01 || bottom - top < high * 0.01) return
    onArea?.([left / wide, top / high, right / wide, bottom / high].map(rounded) as unknown as Area)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that is larger than its room is scrolled by keys
    <section ref={ref} className={classes.scroller} tabIndex={0} aria-label="The page">
      {width > 0 && (
        <PageSheet
          page={sheet}
          src={srcOf(sheet.imageId)}
          fields={fields}
          focusId={focusId}
          scale={width / wide}
          onPick={() => undefined}
          onFill={onArea && take}
          hits={hit ? [hit] : []}
          chosenHit={hit}
        />
      )}
    </section>
  )
}

const rounded = (share: number) => Math.round(share * 1000) / 1000

/** Where the arrows begin when nothing is drawn yet. */
const firstArea: Area = [0.3, 0.1, 0.7, 0.3]
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The same without a mouse: arrows move the area, with Shift its lower right corner. */
function AreaTools({ area, onArea }: { area: Area | null; onArea: (area: Area | null) => void }) {
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    onArea(area === null ? firstArea : nudged(area, step, event.shiftKey))
  }
  return (
    <div className={classes.tools}>
      <p className={classes.words}>
        Draw a box around where the value stands. Only words whose middle is inside are looked at.
      </p>
      <Button
        size="compact-sm"
        variant="default"
        data-autofocus
        aria-describedby="area-keys"
        onKeyDown={onKey}
        onClick={() => area === null && onArea(firstArea)}
      >
        {area === null ? 'Place it with the arrow keys' : 'Move it with the arrow keys'}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={area === null}
        onClick={() => onArea(null)}
      >
        Clear
      </Button>
      <span id="area-keys" className={classes.words} role="status">
        {area === null
          ? 'No area yet.'
          : `From ${percent(area[0])} to ${percent(area[2])} across and ${percent(area[1])} to ${percent(area[3])} down. Shift and arrows change its size.`}
      </span>
    </div>
  )
}

const percent = (share: number) => `${Math.round(share * 100)} %`
