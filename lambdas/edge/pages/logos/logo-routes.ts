import { paletteOf } from '../../../domain/brand/accent.ts';
import { parseLetter } from '../../../domain/brand/letter.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import { escapeMarkup } from '../../../domain/markup.ts';
import type { LogoStore } from '../../../use-cases/admin/app-ports.ts';
import type { HttpResponse, RouteTable } from '../../http/http-request.ts';

export interface LogoDeps {
  readonly logos: Pick<LogoStore, 'find'>;
}

/** Logos, and the letters that stand where there is none. An address names its content, so whoever has it need not ask again. */
export function logoRoutes({ logos }: LogoDeps): RouteTable {
  return {
    'GET /logo/{logo}': async ({ path }) => {
      const letter = parseLetter(path.logo);
      if (letter !== undefined) return picture('image/svg+xml', letterSvg(letter));
      const found = /^[\w-]{43}$/.test(path.logo) ? await logos.find(path.logo) : undefined;
      if (found === undefined) throw new NotFoundError('There is no such logo.');
      return picture(found.type, found.bytes);
    },
  };
}

/** The letter in a circle, as the head of a page has it. */
function letterSvg({ letter, accent }: { readonly letter: string; readonly accent: string }): string {
  const { on } = paletteOf(accent, 'light');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">' +
    `<circle cx="32" cy="32" r="32" fill="${accent}"/>` +
    '<text x="32" y="32" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-size="32" font-weight="600"' +
    ` fill="${on}">${escapeMarkup(letter)}</text></svg>`
  );
}

function picture(type: string, body: string | Uint8Array): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      // Opened by itself an SVG is a page: nothing in it runs or loads.
      'content-security-policy': "default-src 'none'; sandbox",
      // The widget shows it in pages of others.
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    },
    body,
  };
}
