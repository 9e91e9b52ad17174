import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it, test } from 'vitest';
import {
  judgeTwilioSignature,
  parseTwilioSigning,
  type TwilioRequest,
  type TwilioSigning,
} from '../../../../lambdas/adapters/providers/twilio/signature.ts';

interface Vector {
  readonly name: string;
  readonly url: string;
  readonly signed_url?: string;
  readonly params: { readonly [name: string]: string | readonly string[] };
  readonly body?: string;
  readonly signature: string;
}
const file = new URL('../../../fixtures/twilio/signature-vectors.json', import.meta.url);
const { authToken, vectors } = JSON.parse(readFileSync(file, 'utf8')) as { authToken: string; vectors: Vector[] };

const token = '0123456789abcdef0123456789abcdef';
const url = 'https://consent.acme.example/webhooks/twilio/acme/messages';
const signing: TwilioSigning = { authTokens: [token], sharedKeys: new Map() };

const formOf = (params: Vector['params'] | readonly (readonly [string, string])[]): Buffer => {
  const pairs = Array.isArray(params)
    ? params
    : Object.entries(params).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
  return Buffer.from(new URLSearchParams(pairs as [string, string][]).toString());
};
const posted = (body: Buffer, signature: string | undefined, more: Partial<TwilioRequest> = {}): TwilioRequest => ({
  method: 'POST',
  url,
  body,
  ...more,
  headers: { 'x-twilio-signature': signature, ...more.headers },
});
const signed = (params: { [name: string]: string }, at = url, by = token) => getExpectedTwilioSignature(by, at, params);

describe('the vectors of Twilio’s own library', () => {
  test.each(vectors.map((each) => [each.name, each] as const))('%s', (_, vector) => {
    const body = vector.body === undefined ? formOf(vector.params) : Buffer.from(vector.body);
    const own = { authTokens: [authToken], sharedKeys: new Map() };
    for (const each of new Set([vector.url, vector.signed_url ?? vector.url])) {
      const request = posted(body, vector.signature, { url: each });
      expect(judgeTwilioSignature(request, own)).toBe('signed');
      expect(judgeTwilioSignature({ ...request, body: Buffer.concat([body, Buffer.from('&a=b')]) }, own)).toBe(
        'refused',
      );
      expect(judgeTwilioSignature(request, signing)).toBe('refused');
    }
  });
});

describe('a form', () => {
  const params = { From: '+14158675309', To: '+18005551212', Body: '  stop \n', NumMedia: '0', Empty: '', ÿ: '✓' };

  it('is signed with every field, untrimmed, empty and unknown ones too', () => {
    const signature = signed(params);
    expect(judgeTwilioSignature(posted(formOf(params), signature), signing)).toBe('signed');
    for (const name of Object.keys(params)) {
      const { [name as 'From']: _gone, ...rest } = params;
      if (name !== 'Empty') expect(judgeTwilioSignature(posted(formOf(rest), signature), signing)).toBe('refused');
    }
    expect(judgeTwilioSignature(posted(formOf({ ...params, Body: 'stop' }), signature), signing)).toBe('refused');
  });

  it('is judged by its bytes, whether or not they are UTF-8', () => {
    const body = Buffer.from('Body=%FFstop&From=%2B1');
    const bytes = Buffer.concat([Buffer.from(`${url}Body`), Buffer.from([0xff]), Buffer.from('stopFrom+1')]);
    const signature = createHmac('sha1', token).update(bytes).digest('base64');
    expect(judgeTwilioSignature(posted(body, signature), signing)).toBe('signed');
  });

  it('may hold a field twice, in any order', () => {
    const body = formOf([
      ['To', 'b'],
      ['From', 'x'],
      ['To', 'a'],
      ['To', 'b'],
    ]);
    const signature = getExpectedTwilioSignature(token, url, { To: ['b', 'a'], From: 'x' });
    expect(judgeTwilioSignature(posted(body, signature), signing)).toBe('signed');
  });

  it('is refused unsigned, with half a signature, with another token, and by another URL', () => {
    const body = formOf(params);
    for (const claimed of [undefined, '', signed(params).slice(0, 10), signed(params, url, `${token}0`), 'é'])
      expect(judgeTwilioSignature(posted(body, claimed), signing)).toBe('refused');
    for (const other of [url.replace('acme/', 'other/'), url.replace('https', 'http'), `${url}/`, `${url}?a=b`])
      expect(judgeTwilioSignature(posted(body, signed(params, other)), signing)).toBe('refused');
  });

  it('is taken with the token that is to be promoted, too', () => {
    const both = parseTwilioSigning({ authToken: 'a'.repeat(32), secondaryAuthToken: token });
    expect(both && judgeTwilioSignature(posted(formOf(params), signed(params)), both)).toBe('signed');
  });

  it('is taken with the user and password that Twilio was given in the URL', () => {
    for (const user of ['acme:s3cret@', 'acme@', 'ac%20me:s%3Acret@']) {
      const at = url.replace('//', `//${user}`);
      const plain = decodeURIComponent(user.slice(0, -1));
      const authorization = `Basic ${Buffer.from(plain.includes(':') ? plain : `${plain}:`).toString('base64')}`;
      const request = posted(formOf(params), signed(params, at), { headers: { authorization } });
      expect(judgeTwilioSignature(request, signing)).toBe('signed');
      expect(
        judgeTwilioSignature({ ...request, headers: { ...request.headers, authorization: undefined } }, signing),
      ).toBe('refused');
    }
  });
});

describe('a request without a form', () => {
  it('is signed by its URL when it is a GET', () => {
    const at = `${url}?From=%2B1415&Body=It's+over`;
    for (const spelled of [at, at.replace("'", '%27'), at.replace('example/', 'example:443/')]) {
      const request = posted(Buffer.alloc(0), signed({}, spelled), { method: 'GET', url: at });
      expect(judgeTwilioSignature(request, signing)).toBe('signed');
      expect(judgeTwilioSignature({ ...request, url: `${at}!` }, signing)).toBe('refused');
    }
  });

  it('is signed by its URL and the hash in it when it is JSON', () => {
    const body = Buffer.from('{"Body":"STOP"}');
    const at = `${url}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const request = posted(body, signed({}, at), { url: at });
    expect(judgeTwilioSignature(request, signing)).toBe('signed');
    expect(judgeTwilioSignature({ ...request, body: Buffer.from('{"Body":"HELP"}') }, signing)).toBe('refused');
    expect(judgeTwilioSignature(posted(body, signed({})), signing)).toBe('refused');
  });
});

describe('a shared key', () => {
  const params = { From: '+14158675309', Body: 'STOP' };
  const shared = (key: string) => createHmac('sha256', key).update(`${url}BodySTOPFrom+14158675309`).digest('base64');
  const keys = {
    ...signing,
    sharedKeys: new Map([
      ['old', 'k'.repeat(32)],
      ['new', 'n'.repeat(32)],
    ]),
  };
  const asked = (signature: string, settings: string) =>
    posted(formOf(params), signature, { headers: { 'x-twilio-webhooks-signature-settings': settings } });

  it('signs in place of the token, each of the two while they change', () => {
    for (const [name, key] of keys.sharedKeys) {
      expect(judgeTwilioSignature(asked(shared(key), `key=${name},algorithm=HMAC_SHA256`), keys)).toBe('signed');
      expect(judgeTwilioSignature(asked(shared('x'), `key=${name},algorithm=HMAC_SHA256`), keys)).toBe('refused');
    }
    expect(judgeTwilioSignature(asked(shared('k'.repeat(32)), 'key=new,algorithm=HMAC_SHA256'), keys)).toBe('refused');
    expect(judgeTwilioSignature(asked(signed(params), 'key=new,algorithm=HMAC_SHA256'), keys)).toBe('refused');
  });

  it('that we do not have is neither unsigned nor wrong; nor is an algorithm that we do not know', () => {
    for (const settings of ['key=other,algorithm=HMAC_SHA256', 'key=new,algorithm=HMAC_SHA512', 'key=new', '', 'x'])
      expect(judgeTwilioSignature(asked(signed(params), settings), keys)).toBe('unknown-key');
  });
});

describe('the secret', () => {
  it('holds the token, and may hold the next one and shared keys', () => {
    expect(parseTwilioSigning({ authToken: token, sharedKeys: { a: 'k'.repeat(16), short: 'k', none: 1 } })).toEqual({
      authTokens: [token],
      sharedKeys: new Map([['a', 'k'.repeat(16)]]),
    });
    for (const bad of [undefined, {}, { authToken: 'short' }, { authToken: 1 }, 'text'])
      expect(parseTwilioSigning(bad)).toBeUndefined();
  });
});
