import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Forecast } from '../../electron/views.ts'
import { ThresholdChoice } from './ThresholdChoice.tsx'

interface ThresholdDialogProps {
  readonly opened: boolean
  /** null while it is counted. */
  readonly forecast: Forecast | null
  readonly isWorking: boolean
  readonly onSet: (threshold: number | null) => void
  readonly onClose: () => void
}

/** Shows a person fewer or more documents of a batch, with what that means before it is done. */
export function ThresholdDialog({ opened, onClose, ...form }: ThresholdDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Look at fewer or more" centered size={560}>
      {form.forecast ? (
        <ThresholdForm {...form} forecast={form.forecast} onClose={onClose} />
      ) : (
        <Loader size={20} aria-label="Counting the documents" />
      )}
    </Modal>
  )
}

type FormProps = Omit<ThresholdDialogProps, 'opened' | 'forecast'> & { readonly forecast: Forecast }

function ThresholdForm({ forecast, isWorking, onSet, onClose }: FormProps) {
  const { threshold: now, measured } = forecast
  const [threshold, setThreshold] = useState<number | null>(now === measured ? null : now)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSet(threshold)
      }}
    >
      <Text size="sm" mb="md">
        Nothing is read again, and what you have settled stays settled. You can change it back at
        any time.
      </Text>
      <ThresholdChoice
        forecast={forecast}
        threshold={threshold}
        onChange={setThreshold}
        takesFocus
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Button type="submit" loading={isWorking} disabled={(threshold ?? measured) === now}>
          Look at these
        </Button>
      </Group>
    </form>
  )
}
