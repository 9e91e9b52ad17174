import { describe, expect, it } from 'vitest';
import { isPhone } from '../../../lambdas/edge/http/is-phone.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';

describe('a phone is', () => {
  it.each([
    ['Chrome on Android', `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0'],
    [
      'Safari',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    [
      'a link opened in Instagram',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 390.0.0.28.85',
    ],
    [
      'Samsung’s browser',
      'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    ],
  ])('%s', (_, userAgent) => {
    expect(isPhone({ 'user-agent': userAgent })).toBe(true);
  });

  it.each([
    ['a desk', `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36`],
    [
      'a Mac, or an iPad that asks for desktop pages',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    ],
    [
      'an iPad',
      'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    ],
    ['a tablet with Android', `Mozilla/5.0 (Linux; Android 14; SM-X710) ${chrome} Safari/537.36`],
    [
      'glasses',
      'Mozilla/5.0 (Linux; Android 12; Quest 3) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/35.0 Chrome/124.0.0.0 Mobile VR Safari/537.36',
    ],
    [
      'a phone that WhatsApp’s links do not open on',
      'Mozilla/5.0 (Mobile; Nokia 8110 4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
    ],
    ['nothing', ''],
  ])('not %s', (_, userAgent) => {
    expect(isPhone({ 'user-agent': userAgent })).toBe(false);
  });

  it('what the browser itself says it is, before its name', () => {
    const phone = `Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`;
    expect(isPhone({ 'sec-ch-ua-mobile': '?0', 'user-agent': phone })).toBe(false);
    expect(isPhone({ 'sec-ch-ua-mobile': '?1', 'user-agent': '' })).toBe(true);
    expect(isPhone({})).toBe(false);
  });
});
