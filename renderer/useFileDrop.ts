import { type DragEvent, useRef, useState } from 'react'

/** Handlers that turn an element into a place to drop files, and whether some hover over it. */
export function useFileDrop(onDrop: (dropped: DataTransfer) => void) {
  const [isOver, setIsOver] = useState(false)
  // Children fire enter and leave too; only the balance tells whether the whole was left.
  const depth = useRef(0)
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

  const handlers = {
    onDragEnter(event: DragEvent) {
      if (!carriesFiles(event)) return
      depth.current++
      setIsOver(true)
    },
    onDragLeave() {
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setIsOver(false)
    },
    onDragOver(event: DragEvent) {
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
    },
    onDrop(event: DragEvent) {
      event.preventDefault()
      depth.current = 0
      setIsOver(false)
      onDrop(event.dataTransfer)
    },
  }
  return { isOver, handlers }
}
