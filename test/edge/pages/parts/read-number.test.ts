import { describe, expect, it } from 'vitest';
import { parseCountry } from '../../../../lambdas/edge/numbers/country-of.ts';
import { readNumber, typedNumber } from '../../../../lambdas/edge/pages/parts/read-number.ts';

describe('a number typed on a page', () => {
  it.each([
    ['MX', '55 7200 0001', '525572000001'],
    ['MX', '(55) 7200-0001', '525572000001'],
    ['MX', '1 55 7200 0001', '525572000001'],
    ['MX', '+521 55 7200 0001', '525572000001'],
    ['MX', '52 55 7200 0001', '525572000001'],
    ['DE', '0171 1234567', '491711234567'],
    ['DE', '+52 55 7200 0001', '525572000001'],
    ['DE', '0052 55 7200 0001', '525572000001'],
    ['GB', '07400 123456', '447400123456'],
    ['GB', '+44 (0)7400 123456', '447400123456'],
    ['US', '(201) 555-0123', '12015550123'],
    ['IT', '312 345 6789', '393123456789'],
    ['BR', '(11) 96123-4567', '5511961234567'],
    ['BR', '(11) 6123-4567', '5511961234567'],
    ['AR', '11 15 2345-6789', '5491123456789'],
    ['AR', '+54 9 11 2345 6789', '5491123456789'],
    ['IN', '०८१२३४५६७८९'.replace('०', ''), '918123456789'],
    ['EG', '٠١٠٠١٢٣٤٥٦٧', '201001234567'],
    ['CI', '01 23 45 67 89', '2250123456789'],
    [undefined, '+7 912 345-67-89', '79123456789'],
    [undefined, 'tel:+4915112345678', '4915112345678'],
    ['JP', '０９０－１２３４－５６７８', '819012345678'],
  ])('in %s: %s is %s', (code, typed, digits) => {
    const country = code === undefined ? undefined : parseCountry(code);
    expect(readNumber(typed, country)).toEqual({ digits, typed });
  });

  it.each([
    ['MX', ''],
    ['MX', '55 7200'],
    ['MX', '55 7200 0001 23'],
    ['MX', 'call 55 7200 0001'],
    ['MX', '55 7200 0001 ext. 5'],
    ['US', '+1 201 555 012'],
    ['DE', '+999 12345678'],
    ['DE', '<script>'],
    [undefined, '55 7200 0001'],
  ])('in %s: %j is none', (code, typed) => {
    expect(readNumber(typed, code === undefined ? undefined : parseCountry(code))).toBeUndefined();
  });

  it.each([
    'https://wa.me/5215572000001',
    'http://wa.me/525572000001',
    'wa.me/525572000001',
    'WA.ME/+52557200000 1'.replace(' ', ''),
    'https://wa.me/525572000001?text=Hola%20Acme%2C%20me%20gustar%C3%ADa%20saber%20m%C3%A1s',
    'https://wa.me/525572000001/',
    'https://api.whatsapp.com/send?phone=525572000001',
    'https://api.whatsapp.com/send/?text=hola&phone=%2B525572000001&app_absent=0',
    'https://web.whatsapp.com/send?phone=525572000001',
    'whatsapp://send?phone=525572000001',
  ])('is understood in a link to a chat, whatever country is chosen: %s', (link) => {
    expect(typedNumber(link)).toBe(link);
    for (const country of [undefined, parseCountry('DE')]) {
      expect(readNumber(link, country)).toEqual({ digits: '525572000001', typed: link });
    }
  });

  it.each([
    'https://wa.me/message/ETOJQT6OPGI447',
    'https://wa.me/qr/ETOJQT6OPGI447',
    'https://wa.me/',
    'https://wa.me/5255',
    'https://wa.me/525572000001x',
    'https://wa.me.evil.example/525572000001',
    'https://evil.example/wa.me/525572000001',
    'https://api.whatsapp.com/send?text=525572000001',
    'https://wa.me/525572000001 https://wa.me/525572000002',
    `https://wa.me/525572000001?text=${'x'.repeat(400)}`,
  ])('is not read out of another link: %s', (link) => {
    expect(readNumber(typedNumber(link), parseCountry('MX'))).toBeUndefined();
  });

  it('knows no country by another name', () => {
    expect(['mx', 'XX', '', 'MEX', '__proto__', 'constructor'].map(parseCountry)).toEqual(Array(6).fill(undefined));
  });
});
