import { Button, List, Modal } from '@mantine/core'
import { useState } from 'react'
import type { Difference } from '../../electron/views.ts'
import { Notice } from './Notice.tsx'

/** Says once, quietly, that a batch is not what it would be if it were started now, and lists in what. */
export function BatchDifferences({ differences }: { readonly differences: readonly Difference[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const [first, ...others] = differences
  if (!first) return null
  return (
    <>
      <Notice
        tone="idle"
        action={
          others.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
              All {differences.length} differences
            </Button>
          )
        }
      >
        {first.sentence}
      </Notice>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title="What would be different today"
        centered
        size={560}
      >
        <List size="sm" spacing="xs">
          {differences.map(({ sentence }) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </Modal>
    </>
  )
}
