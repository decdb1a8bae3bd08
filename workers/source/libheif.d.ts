declare module 'libheif-js/libheif-wasm/libheif-bundle.js' {
  /** Places in the decoder's own memory. */
  type Context = { readonly kind: 'context' }
  type Handle = { readonly kind: 'handle'; readonly code?: unknown }
  type Image = { readonly kind: 'image' }
  interface Channel {
    readonly id: unknown
    readonly stride: number
    /** A view of the decoder's memory: gone when the image is released. */
    readonly data: Uint8Array
  }
  interface Decoded {
    /** There when it failed. */
    readonly code?: unknown
    readonly image: Image
    readonly channels: readonly Channel[]
  }
  export interface Libheif {
    readonly heif_error_code: { readonly heif_error_Ok: unknown }
    readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown }
    readonly heif_chroma: {
      readonly heif_chroma_interleaved_RGB: unknown
      readonly heif_chroma_interleaved_RGBA: unknown
    }
    readonly heif_channel: { readonly heif_channel_interleaved: unknown }
    heif_context_alloc(): Context
    heif_context_free(context: Context): void
    heif_context_read_from_memory(context: Context, bytes: Uint8Array): { readonly code: unknown }
    /** Numbers of the images, or an error with a code. */
    heif_js_context_get_list_of_top_level_image_IDs(context: Context): number[] | { code: unknown }
    heif_js_context_get_image_handle(context: Context, id: number): Handle
    heif_image_handle_release(handle: Handle): void
    heif_image_handle_get_width(handle: Handle): number
    heif_image_handle_get_height(handle: Handle): number
    heif_image_handle_has_alpha_channel(handle: Handle): number
    heif_js_decode_image2(handle: Handle, space: unknown, chroma: unknown): Promise<Decoded>
    heif_image_release(image: Image): void
  }
  export default function createLibheif(): Libheif
}
