import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEyeCheck } from '@tabler/icons-react'
import type { Forecast } from '../electron/views.ts'
import { forecastWords, shareWords } from './thresholdWords.ts'

const id = 'threshold'

/** Says what there is to look at from now on, and offers to take it back. */
export function showThreshold(forecast: Forecast, threshold: number, onUndo: () => void): void {
  notifications.hide(id)
  notifications.show({
    id,
    title: `Values less sure than ${shareWords(threshold)} are looked at`,
    icon: <IconEyeCheck size={18} />,
    color: 'gray',
    autoClose: 15_000,
    message: (
      <>
        {forecastWords(forecast, threshold)}
        <div>
          <Button
            size="compact-sm"
            variant="light"
            mt={4}
            onClick={() => {
              notifications.hide(id)
              onUndo()
            }}
          >
            Undo
          </Button>
        </div>
      </>
    ),
  })
}
