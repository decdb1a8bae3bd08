declare module 'libheif-js/wasm-bundle.js' {
  interface Picture {
    data: Uint8ClampedArray
    width: number
    height: number
  }
  interface HeifImage {
    get_width(): number
    get_height(): number
    display(target: Picture, done: (shown: Picture | null) => void): void
    free(): void
  }
  const libheif: {
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
  }
  export default libheif
}
