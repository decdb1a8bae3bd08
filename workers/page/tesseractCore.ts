/** The part of tesseract.js-core's module that is used here; the package has no types. */
export interface TessCore {
  readonly FS: {
    writeFile(path: string, bytes: Uint8Array): void
    unlink(path: string): void
    open(path: string, flags: 'w'): TessFile
    write(file: TessFile, bytes: Uint8Array, offset: number, length: number): void
    close(file: TessFile): void
  }
  readonly TessBaseAPI: new () => TessApi
  destroy(wrapped: object): void
}

/** An open file of its own file system. */
export type TessFile = object

export const oem = { lstmOnly: 1 } as const

export interface TessApi {
  /** 0 when it worked. */
  Init(dataPath: null, languages: string, engineMode: number): number
  SetVariable(name: string, value: string): boolean
  /** Takes `/input` of its own file system; 1 when it is no picture. */
  SetImageFile(exifOrientation: number, radians: number): number
  /** 0 when it worked. */
  Recognize(monitor: null): number
  GetIterator(): TessIterator
  End(): void
}

/** `level`: 0 block, 1 paragraph, 2 line, 3 word, 4 symbol. */
export interface TessIterator {
  Begin(): void
  Next(level: number): boolean
  Empty(level: number): boolean
  GetUTF8Text(level: number): string
  /** 0 to 100. */
  Confidence(level: number): number
  getBoundingBox(level: number): { x0: number; y0: number; x1: number; y1: number }
  WordIsFromDictionary(): boolean
}
