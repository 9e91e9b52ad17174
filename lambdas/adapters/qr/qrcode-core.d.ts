/** The encoder of the package `qrcode`, without its renderers: those need `fs` and `stream`, which cannot be bundled as ES modules. */
declare module 'qrcode/lib/core/qrcode.js' {
  /** Throws Error when the text is empty or too long for the level. */
  export function create(
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; get(row: number, column: number): number } };
}
