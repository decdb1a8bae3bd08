import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import {
  leaveOut,
  mergeUp,
  movePage,
  placeBeside,
  placesOf,
  splitAt,
  takeBack,
} from '../arrangePages.ts'
import { arranging, plainReason } from '../arranging.ts'
import { client } from '../client.ts'
import { Keys } from '../components/Keys.tsx'
import { type PageAct, PageActs } from '../components/PageActs.tsx'
import { PageList } from '../components/PageList.tsx'
import { usePagesStore } from '../stores/pagesStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted, titleOf } from '../words.ts'
import classes from './PagesDialog.module.css'

/** All pages of a file, to be put together to documents in another way; kept as one act. */
export function PagesDialog() {
  const { phase, item, failure, close } = usePagesStore()
  return (
    <Modal
      opened={phase !== 'closed'}
      onClose={close}
      title={item ? `Pages of ${item.filename}` : 'Pages of the file'}
      centered
      size={880}
    >
      {phase === 'loading' && <Loader size={22} aria-label="Looking at the pages" role="status" />}
      {phase === 'failed' && <Text role="alert">{failure?.message}</Text>}
      {phase === 'ready' && <Arranging />}
    </Modal>
  )
}

function Arranging() {
  const { item, draft, earlier, current, choose, change, back, close } = usePagesStore()
  const places = placesOf(draft)
  const at = places.findIndex(({ page }) => page === current)
  const place = places[at] ?? places[0]
  const act = (command: PageAct) => {
    if (place) change((now) => acts[command](now, place.page))
  }
  const move = (step: number) => {
    const next = places[Math.max(0, Math.min(places.length - 1, at + step))]
    if (next) choose(next.page)
  }
  useShortcuts(
    {
      'pages.split': () => act('pages.split'),
      'pages.merge': () => act('pages.merge'),
      'pages.up': () => act('pages.up'),
      'pages.down': () => act('pages.down'),
      'pages.leaveOut': () => act('pages.leaveOut'),
      'pages.undo': back,
      'pages.keep': () => void arranging.keep(),
    },
    { inDialog: true },
  )
  if (!item || !place) return null
  // Only documents whose pages stay keep their type; the others are told apart by their number.
  const titles = draft.documents.map((pages, index) => {
    const same = item.documents.find((one) => String(one.pages) === String(pages))
    return `Document ${index + 1}${same ? ` · ${titleOf(same.type)}` : ' · found anew'}`
  })
  const imageOf = (page: number) => item.pages[page - 1]?.imageId ?? ''
  const words = `${counted(draft.documents.length, 'document')}${
    draft.leftOut.length > 0 ? `, ${counted(draft.leftOut.length, 'page')} left out` : ''
  }`
  return (
    <div className={classes.dialog}>
      <PageActs
        canSplit={place.document !== null && place.at > 0}
        canMerge={(place.document ?? 0) > 0}
        canMoveUp={place.document !== null && (place.document > 0 || place.at > 0)}
        canMoveDown={
          place.document !== null &&
          (place.document < draft.documents.length - 1 || place.at < place.of - 1)
        }
        isLeftOut={place.document === null}
        onAct={act}
      />
      <div className={classes.body}>
        <PageList
          places={places}
          titles={titles}
          current={place.page}
          srcOf={(page) => client.thumbUrl(imageOf(page))}
          onMove={move}
          onChoose={choose}
          onDrop={(page, other, side) => {
            change((now) => placeBeside(now, page, { other, side }))
            choose(page)
          }}
        />
        <div className={classes.picture}>
          <img
            key={place.page}
            src={client.pageUrl(imageOf(place.page))}
            alt={`Page ${place.page}`}
          />
        </div>
      </div>
      <Text size="sm" c="dimmed" mt="sm">
        The file itself stays as it is. A document whose pages stay keeps everything; of one that is
        cut, values that you corrected stay where their page stays. Undo takes all of it back.
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Text size="sm" mr="auto" role="status">
          {words}
        </Text>
        <Button variant="subtle" color="gray" disabled={earlier.length === 0} onClick={back}>
          One step back
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button
          disabled={earlier.length === 0}
          rightSection={<Keys command="pages.keep" />}
          onClick={() => void arranging.keep()}
        >
          Keep
        </Button>
      </Group>
    </div>
  )
}

const acts = {
  'pages.split': splitAt,
  'pages.merge': mergeUp,
  'pages.up': (draft, page) => movePage(draft, page, -1),
  'pages.down': (draft, page) => movePage(draft, page, 1),
  'pages.leaveOut': (draft, page) =>
    draft.leftOut.some((one) => one.page === page)
      ? takeBack(draft, page)
      : leaveOut(draft, page, plainReason),
} satisfies Record<
  PageAct,
  (draft: Parameters<typeof splitAt>[0], page: number) => ReturnType<typeof splitAt>
>
