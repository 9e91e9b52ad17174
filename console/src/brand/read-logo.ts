/** The most that the API takes (docs/brand.md). */
export const mostBytes = 24_576;
const mostSide = 1024;

export interface ReadLogo {
  /** As a data URL. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** It was drawn smaller, because it was too large. */
  readonly isSmaller: boolean;
}

/** A file that is no picture to this browser. */
export class NoPicture extends Error {}

/**
 * A picture as it can be sent. A photo or drawing of pixels that is too large is drawn smaller, as large as it may be; one of lines (SVG)
 * is sent as it is, and the API says what is wrong with it.
 *
 * @throws NoPicture
 */
export async function readLogo(file: File): Promise<ReadLogo> {
  const src = await dataUrlOf(file);
  const image = await imageOf(src);
  const [width, height] = [image.naturalWidth || 64, image.naturalHeight || 64];
  const as = { src, width, height, bytes: file.size, isSmaller: false };
  const fits = file.size <= mostBytes && Math.max(width, height) <= mostSide;
  return fits || file.type === 'image/svg+xml' ? as : (smaller(image) ?? as);
}

/** The largest drawing of it that fits, as PNG: chats show it in the preview of a link. */
function smaller(image: HTMLImageElement): ReadLogo | undefined {
  const longest = Math.max(image.naturalWidth, image.naturalHeight);
  for (const side of [1024, 768, 512, 384, 256, 192, 128, 96, 64]) {
    const scale = side / longest;
    if (scale > 1) continue;
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    // A file that is broken behind its size is decoded to nothing.
    if (pen?.getImageData(0, 0, canvas.width, canvas.height).data.every((each) => each === 0)) throw new NoPicture();
    const src = canvas.toDataURL('image/png');
    const bytes = Math.floor(((src.length - src.indexOf(',') - 1) * 3) / 4);
    if (bytes <= mostBytes) return { src, width: canvas.width, height: canvas.height, bytes, isSmaller: true };
  }
  return undefined;
}

function dataUrlOf(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new NoPicture());
    reader.readAsDataURL(file);
  });
}

async function imageOf(src: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = src;
  await image.decode().catch(() => {
    throw new NoPicture();
  });
  return image;
}
