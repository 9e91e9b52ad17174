import { create } from 'qrcode/lib/core/qrcode.js';
import { escapeMarkup } from '../../domain/markup.ts';
import type { QrCodes, QrLevel, QrOptions, QrSvgOptions } from '../../use-cases/collection/qr-ports.ts';
import { monochromePng } from './monochrome-png.ts';

/** White squares on each side of a code (ISO/IEC 18004, 5.3.8). */
export const quietZone = 4;
/** Codes of more squares a side are read badly from a screen or a poster; a lower level makes them smaller. */
const readableModules = 65;
const levels: readonly QrLevel[] = ['H', 'Q', 'M', 'L'];

/**
 * A QR code as an `<svg>` element, dark on white in light and dark mode, fit to stand inline in a page or alone in a file:
 * no script, no style, nothing that is loaded.
 *
 * @throws Error when the text is empty or beyond what any QR code holds (2,953 bytes)
 */
export function qrSvg(text: string, { level, label = 'QR code' }: QrSvgOptions = {}): string {
  const { size, isDark } = encode(text, level);
  const side = size + 2 * quietZone;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column += 1;
      path += `M${start + quietZone} ${row + quietZone}h${column - start + 1}v1H${start + quietZone}z`;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeMarkup(label)}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}

/**
 * A QR code as a PNG in black and white. Each square is a whole number of pixels; what is left over widens the quiet zone.
 *
 * @param size width and height in pixels, 128 to 2048
 * @throws RangeError for another size, Error as above or when the code does not fit into so few pixels
 */
export function qrPng(text: string, size = 512, { level }: QrOptions = {}): Uint8Array {
  if (!Number.isInteger(size) || size < 128 || size > 2048)
    throw new RangeError('A QR code is 128 to 2048 pixels wide.');
  const code = encode(text, level);
  const scale = Math.floor(size / (code.size + 2 * quietZone));
  if (scale < 1) throw new Error('The text is too long for a QR code of this size.');
  const margin = Math.floor((size - code.size * scale) / 2);
  return monochromePng(size, (x, y) => {
    const row = Math.floor((y - margin) / scale);
    const column = Math.floor((x - margin) / scale);
    return row >= 0 && column >= 0 && row < code.size && column < code.size && code.isDark(row, column);
  });
}

/** QR codes by the package `qrcode`. */
export const qrCodes: QrCodes = { svg: qrSvg, png: qrPng };

interface Code {
  /** Squares a side, without the quiet zone. */
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

function encode(text: string, highest: QrLevel = 'Q'): Code {
  let last: unknown;
  for (const level of levels.slice(levels.indexOf(highest))) {
    try {
      const { modules } = create(text, { errorCorrectionLevel: level });
      if (modules.size > readableModules && level !== 'L') continue;
      return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 };
    } catch (error) {
      last = error;
    }
  }
  throw last;
}
