import { describe, expect, it } from 'vitest';
import { formLimit, parseForm } from '../../../lambdas/edge/http/parse-form.ts';

const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('parseForm', () => {
  it('reads a form as API Gateway passes it on, also a field that comes twice', () => {
    const form = parseForm({
      headers,
      body: base64('purpose=offers&purpose=news&number=%2B52+55'),
      isBase64Encoded: true,
    });
    expect(form.getAll('purpose')).toEqual(['offers', 'news']);
    expect(form.get('number')).toBe('+52 55');
    expect(parseForm({ headers, body: 'a=b' }).get('a')).toBe('b');
    expect([...parseForm({ headers })]).toEqual([]);
  });

  it.each([undefined, '', 'text/plain', 'application/json', 'multipart/form-data; boundary=x'])(
    'refuses %s',
    (type) => {
      expect(() => parseForm({ headers: { 'content-type': type }, body: 'a=b' })).toThrow('content type');
    },
  );

  it('takes 16 KiB and not a byte more', () => {
    const body = `a=${'x'.repeat(formLimit - 2)}`;
    expect(parseForm({ headers, body }).get('a')).toHaveLength(formLimit - 2);
    expect(() => parseForm({ headers, body: `${body}x` })).toThrow('16384');
  });
});
