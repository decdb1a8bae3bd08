import { Button, NativeSelect } from '@mantine/core'
import { IconMarquee2 } from '@tabler/icons-react'
import { areaOf, areas, pageChoices, type Where, whereOf } from '../placeWords.ts'
import classes from './PlaceChooser.module.css'

interface PlaceChooserProps {
  readonly label: string
  readonly where: Where | null
  readonly onChange: (where: Where | null) => void
  /** Opens a page to draw on; null: no document is chosen that could be drawn on. */
  readonly onDraw: (() => void) | null
}

/** Where a field is looked for: on which page, and on which part of it. */
export function PlaceChooser({ label, where, onChange, onDraw }: PlaceChooserProps) {
  const { pages, box } = where ?? { pages: 'any', box: null }
  const area = areaOf(box)
  return (
    <fieldset className={classes.place}>
      <legend className={classes.legend}>Where to look</legend>
      <div className={classes.controls}>
        <NativeSelect
          size="sm"
          aria-label={`Page of ${label}`}
          value={pages}
          data={[...pageChoices]}
          onChange={({ currentTarget }) => {
            const chosen = pageChoices.find(({ value }) => value === currentTarget.value)
            onChange(whereOf(chosen?.value ?? 'any', box))
          }}
        />
        <NativeSelect
          size="sm"
          aria-label={`Part of the page of ${label}`}
          value={area}
          data={[
            ...areas.map(({ name, words }) => ({ value: name, label: words })),
            ...(area === 'drawn' ? [{ value: 'drawn', label: 'In an area of your own' }] : []),
          ]}
          onChange={({ currentTarget }) => {
            const chosen = areas.find(({ name }) => name === currentTarget.value)
            if (chosen) onChange(whereOf(pages, chosen.box))
          }}
        />
        <Button
          size="compact-sm"
          variant="default"
          className={classes.draw}
          leftSection={<IconMarquee2 size={15} stroke={1.7} />}
          disabled={onDraw === null}
          onClick={onDraw ?? undefined}
        >
          {area === 'drawn' ? 'Show or change the area…' : 'Draw an area…'}
        </Button>
      </div>
      {onDraw === null && (
        <p className={classes.words}>To draw an area, choose a document in the test bench first.</p>
      )}
    </fieldset>
  )
}
