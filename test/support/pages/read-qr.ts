import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** The text of the QR code in a PNG, as a phone would read it; undefined when there is none that can be read. */
export function readQr(png: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return readQrPixels(data, width, height);
}

/** The same from pixels, four bytes each (red, green, blue, opacity). */
export function readQrPixels(rgba: Uint8Array, width: number, height: number): string | undefined {
  const read = 'default' in jsQR && typeof jsQR.default === 'function' ? jsQR.default : jsQR;
  const found = (read as typeof jsQR.default)(new Uint8ClampedArray(rgba), width, height);
  return found === null ? undefined : found.data;
}
