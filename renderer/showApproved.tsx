import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck } from '@tabler/icons-react'

const id = 'approved'

/** Says that the document before was approved, and offers to go back to it. */
export function showApproved(filename: string, onBack: () => void): void {
  notifications.hide(id)
  notifications.show({
    id,
    title: `${filename} was approved`,
    icon: <IconCheck size={18} />,
    color: 'petrol',
    message: (
      <Button
        size="compact-sm"
        variant="light"
        mt={4}
        onClick={() => {
          notifications.hide(id)
          onBack()
        }}
      >
        Take it back
      </Button>
    ),
  })
}
