/**
 * How much of a code may be dirty, torn or covered and still be read: L 7 %, M 15 %, Q 25 %, H 30 % (ISO/IEC 18004).
 * A screen needs less than paper.
 */
export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface QrOptions {
  /** The highest level that is tried; Q when not given. A long text gets a lower one, so that a camera can still tell its squares apart. */
  readonly level?: QrLevel;
}

export interface QrSvgOptions extends QrOptions {
  /** What a screen reader says; "QR code" when not given. */
  readonly label?: string;
}

/** Draws QR codes: dark on white, with the quiet zone of four modules on each side (ISO/IEC 18004, 5.3.8). */
export interface QrCodes {
  /** An `<svg>` element without script or style. */
  svg(text: string, options?: QrSvgOptions): string;
  /** @param size width and height in pixels, 128 to 2048 */
  png(text: string, size: number, options?: QrOptions): Uint8Array;
}
