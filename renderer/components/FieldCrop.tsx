import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { FieldView } from '../../electron/views.ts'
import { cropOf } from '../cropOf.ts'
import classes from './FieldCrop.module.css'

interface FieldCropProps {
  readonly label: string
  readonly provenance: NonNullable<FieldView['provenance']>
  /** Address of the picture of its page. */
  readonly src: string
}

/** A value as it is printed, cut from the picture of its page at reading size. */
export function FieldCrop({ label, provenance: { page, box, pageSize }, src }: FieldCropProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [isMissing, setIsMissing] = useState(false)
  const crop = cropOf(box, pageSize, Math.max(width, 1))
  if (isMissing) return null
  return (
    <div ref={ref} className={classes.place}>
      {width > 0 && (
        <div
          role="img"
          aria-label={`${label} as printed on page ${page}`}
          className={classes.crop}
          style={{ width: crop.width, height: crop.height }}
        >
          <img
            src={src}
            alt=""
            loading="lazy"
            draggable={false}
            className={classes.page}
            style={{ width: crop.pageWidth, left: -crop.left, top: -crop.top }}
            onError={() => setIsMissing(true)}
          />
        </div>
      )}
    </div>
  )
}
