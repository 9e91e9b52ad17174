/** The squares of an SVG of `qrSvg`, and the same as pixels. */
export interface RasterisedQr {
  /** Squares a side, with the quiet zone. */
  readonly side: number;
  readonly isDark: (x: number, y: number) => boolean;
  readonly scale: number;
  /** Pixels a side. */
  readonly size: number;
  readonly rgba: Uint8Array;
}

/** Draws the code of an SVG, which may be a poster, as a browser would: runs of whole squares. Throws when there is something else in it. */
export function rasterise(svg: string, scale = 4): RasterisedQr {
  const side = Number(/viewBox="0 0 (\d+) \1" role="img" aria-label/.exec(svg)?.[1]);
  const dark = new Set<number>();
  const path = /fill="#000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
  const rest = path.replace(
    /M(\d+) (\d+)h(\d+)v1H(\d+)z/g,
    (_run, x: string, y: string, length: string, back: string) => {
      if (x !== back) throw new Error('A run must end where it began.');
      for (let at = 0; at < Number(length); at += 1) dark.add(Number(y) * side + Number(x) + at);
      return '';
    },
  );
  if (rest !== '' || dark.size === 0) throw new Error('This is not the path of a QR code.');
  const isDark = (x: number, y: number) => dark.has(y * side + x);
  const size = side * scale;
  const rgba = new Uint8Array(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (isDark(Math.floor(x / scale), Math.floor(y / scale)))
        rgba.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { side, isDark, scale, size, rgba };
}
