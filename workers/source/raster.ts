/** Pixels of an upright page, 8 bit, rows top down. */
export interface Raster {
  readonly pixels: Buffer
  /** px */
  readonly width: number
  /** px */
  readonly height: number
  /** 1 grey, 3 RGB, 4 RGBA. */
  readonly channels: 1 | 3 | 4
  /** Pixels per page point: 300 dpi is 300 / 72. */
  readonly scale: number
  /** The file is damaged: a part of the picture is missing or wrong. */
  readonly isIncomplete?: boolean
}
