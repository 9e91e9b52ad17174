import { createHash } from 'node:crypto';

/**
 * The headers that protect every page: no script, no frame, no request to anybody but ourselves.
 *
 * @param sheets the page's style sheets: the policy allows these and no other
 * @param pictures whether it shows any, which are ours
 */
export function pageHeaders(sheets: readonly string[], pictures: boolean): { readonly [name: string]: string } {
  return {
    'content-security-policy': `default-src 'none'; style-src ${sheets.map((sheet) => `'${hashOf(sheet)}'`).join(' ')}${pictures ? "; img-src 'self'" : ''}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'cache-control': 'no-store',
    // Others learn nothing; to ourselves the browser still says where a form comes from, and not `Origin: null`.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
    'strict-transport-security': 'max-age=63072000',
  };
}

/** Of the sheets of late; a stage has few brands. */
const hashes = new Map<string, string>();

function hashOf(styles: string): string {
  const known = hashes.get(styles) ?? `sha256-${createHash('sha256').update(styles).digest('base64')}`;
  if (hashes.size >= 200) hashes.clear();
  hashes.set(styles, known);
  return known;
}
