import { text } from './text.ts';

/** Names of one's own machine: there alone a page may come without TLS, for trying things out. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The origin of a web page in its canonical form. It goes into security headers, so it is a plain name and nothing else. */
export const webOrigin = text(200).transform((given, context) => {
  const origin = originOf(given);
  if (origin !== undefined) return origin;
  context.addIssue({
    code: 'custom',
    message: 'This must be the origin of a web page, e.g. https://shop.example, without a path.',
    params: { code: 'not-an-origin' },
  });
  return '';
});

function originOf(given: string): string | undefined {
  if (!URL.canParse(given)) return undefined;
  const { origin, protocol, hostname, href } = new URL(given);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname));
  const isPlain = href === `${origin}/` && /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[::1\])$/.test(hostname);
  return isSafe && isPlain ? origin : undefined;
}
