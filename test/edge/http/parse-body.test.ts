import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../lambdas/edge/http/error-response.ts';
import { parseBody } from '../../../lambdas/edge/http/parse-body.ts';

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const bytes = (...values: number[]) => Buffer.from(values).toString('latin1');

/** What is sent, and the status that it is answered with; `ok` = it is an object like any other. */
const bodies: readonly [name: string, body: string | undefined, status: number | 'ok'][] = [
  ['nothing', undefined, 400],
  ['an empty body', '', 400],
  ['blanks', '  \n', 400],
  ['null', 'null', 400],
  ['true', 'true', 400],
  ['a number', '12', 400],
  ['a string', '"text"', 400],
  ['an array', '[]', 400],
  ['an array of objects', '[{}]', 400],
  ['an empty object', '{}', 'ok'],
  ['blanks around', ' {"a":1}\r\n', 'ok'],
  ['a byte order mark', `${bytes(0xef, 0xbb, 0xbf)}{}`, 'ok'],
  ['an open object', '{', 400],
  ['an open string', '{"a":"', 400],
  ['an open array', '{"a":[', 400],
  ['a comma at the end', '{"a":1,}', 400],
  ['single quotes', "{'a':1}", 400],
  ['a key without quotes', '{a:1}', 400],
  ['a comment', '{"a":1/*b*/}', 400],
  ['two values', '{} {}', 400],
  ['NaN', '{"a":NaN}', 400],
  ['Infinity', '{"a":-Infinity}', 400],
  ['a hexadecimal number', '{"a":0x10}', 400],
  ['a leading zero', '{"a":01}', 400],
  ['a leading plus', '{"a":+1}', 400],
  ['a number beyond doubles', '{"a":1e999}', 'ok'],
  ['a long number', `{"a":${'9'.repeat(500)}}`, 'ok'],
  ['a raw NUL', '{"a":"\u0000"}', 400],
  ['an escaped NUL', '{"a":"\\u0000"}', 'ok'],
  ['a raw line end in a string', '{"a":"b\nc"}', 400],
  ['an unknown escape', '{"a":"\\x41"}', 400],
  ['a cut escape', '{"a":"\\u12"}', 400],
  ['escaped quotation marks, and what looks like a field between them', '{"a":"say \\"b\\": 1, \\\\","b":1}', 'ok'],
  ['a key with a quotation mark twice', '{"a\\"":1,"a\\u0022":2}', 400],
  ['a high surrogate alone', '{"a":"\\ud83d"}', 400],
  ['a low surrogate alone', '{"a":"\\ude00"}', 400],
  ['surrogates in the wrong order', '{"a":"\\ude00\\ud83d"}', 400],
  ['half a pair as key', '{"\\ud83d":1}', 400],
  ['an escaped pair', '{"a":"\\ud83d\\ude00"}', 'ok'],
  ['a key twice', '{"a":1,"a":2}', 400],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 400],
  ['a key twice further down', '{"x":[{"a":1,"b":{},"a":2}]}', 400],
  ['a key in two objects', '{"x":{"a":1},"y":{"a":1}}', 'ok'],
  ['a value like its key', '{"a":"a","b":"a"}', 'ok'],
  ['structure inside a string', '{"a":"{[\\"a\\":1,\\"a\\":2"}', 'ok'],
  ['__proto__', '{"__proto__":{"admin":true}}', 400],
  ['__proto__ escaped', '{"__pro\\u0074o__":{"admin":true}}', 400],
  ['__proto__ further down', '{"a":[{"__proto__":1}]}', 400],
  ['__proto__ as a value', '{"a":"__proto__"}', 'ok'],
  ['32 levels', nested(32), 'ok'],
  ['33 levels', nested(33), 400],
  ['20,000 levels', nested(20_000), 400],
  ['100,000 open arrays', `{"a":${'['.repeat(100_000)}`, 400],
  ['a byte that is not UTF-8', `{"a":"${bytes(0xff)}"}`, 400],
  ['a cut UTF-8 character', `{"a":"${bytes(0xc3)}"}`, 400],
  ['an overlong slash', `{"a":"${bytes(0xc0, 0xaf)}"}`, 400],
  ['a surrogate in UTF-8', `{"a":"${bytes(0xed, 0xa0, 0x80)}"}`, 400],
  ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00), 400],
  ['gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), 400],
  ['exactly 256 KiB', `{"a":"${'x'.repeat(256 * 1024 - 8)}"}`, 'ok'],
  ['one byte more', `{"a":"${'x'.repeat(256 * 1024 - 7)}"}`, 413],
  ['a form', 'a=1&b=2', 400],
  ['XML', '<a/>', 400],
];

const statusOf = (body: string | undefined, headers = {}) => {
  try {
    // Bytes travel as API Gateway sends them when they are not plain text: in base64.
    parseBody({
      body: body === undefined ? undefined : Buffer.from(body, 'latin1').toString('base64'),
      isBase64Encoded: true,
      headers,
    });
    return 'ok';
  } catch (error) {
    return problemOf(error, 'request').status;
  }
};

describe('parseBody', () => {
  it.each(bodies)('answers %s', (_name, body, status) => {
    expect(statusOf(body)).toBe(status);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('reads a body that is not in base64 as UTF-8', () => {
    expect(parseBody({ body: '{"a":"¡ALTO! 🛑"}' })).toEqual({ a: '¡ALTO! 🛑' });
  });

  it.each([
    [undefined, 'ok'],
    ['', 'ok'],
    ['application/json', 'ok'],
    ['Application/JSON; charset=utf-8', 'ok'],
    ['application/vnd.api+json', 'ok'],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['text/xml', 415],
    ['text/plain', 415],
    ['application/jsonp', 415],
  ])('answers content type %s', (contentType, status) => {
    expect(statusOf('{}', { 'content-type': contentType })).toBe(status);
  });
});
