import { describe, expect, test } from 'vitest';
import {
  isSigned,
  parseWebhookSecrets,
  verifiedChallenge,
} from '../../../../lambdas/adapters/providers/meta/signature.ts';
import { fixtureBytes } from '../../../support/fixtures.ts';
import { signatureOf } from '../../../support/ledger/whatsapp-webhook.ts';

interface Vector {
  readonly name: string;
  readonly secret: string;
  readonly raw_body: string;
  readonly header: string;
  readonly must_not_equal_signature_of_reserialised?: string;
}

const { vectors } = JSON.parse(fixtureBytes('signature-vectors/meta-x-hub-signature-256.json').toString()) as {
  vectors: readonly Vector[];
};
const secret = 'app-secret-for-tests';
const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
const good = signatureOf(body);
const hex = good.slice('sha256='.length);

describe('a webhook is signed', () => {
  test.each(vectors)('as in the vector: $name', (vector) => {
    expect(isSigned(Buffer.from(vector.raw_body), vector.header, [vector.secret])).toBe(true);
  });

  test.each(vectors.filter((each) => each.raw_body.includes('\\u')))(
    'over the bytes on the wire, not over JSON written anew: $name',
    (vector) => {
      const again = Buffer.from(JSON.stringify(JSON.parse(vector.raw_body)));
      expect(isSigned(again, vector.header, [vector.secret])).toBe(false);
      expect(signatureOf(again)).toBe(vector.must_not_equal_signature_of_reserialised);
    },
  );

  test('by the current or the previous secret during a change', () => {
    expect(isSigned(body, good, ['another-app-secret', secret])).toBe(true);
    expect(isSigned(body, good, [secret, 'another-app-secret'])).toBe(true);
  });
});

describe('a webhook is not signed', () => {
  const wrong: readonly (readonly [string, string | undefined])[] = [
    ['no header', undefined],
    ['empty', ''],
    ['only the prefix', 'sha256='],
    ['without the prefix', hex],
    ['the old algorithm', `sha1=${hex.slice(0, 40)}`],
    ['another algorithm', `sha512=${hex}${hex}`],
    ['the prefix in capitals', `SHA256=${hex}`],
    ['capital hex', `sha256=${hex.toUpperCase()}`],
    ['a blank before', ` ${good}`],
    ['a blank after', `${good} `],
    ['a blank inside', `sha256= ${hex}`],
    ['a line end after', `${good}\n`],
    ['one digit short', good.slice(0, -1)],
    ['one digit long', `${good}0`],
    ['half of it', good.slice(0, 7 + 32)],
    ['no hex', `sha256=${'z'.repeat(64)}`],
    ['all zeros', `sha256=${'0'.repeat(64)}`],
    ['the first digit changed', `sha256=${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`],
    ['the last digit changed', `sha256=${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}`],
    ['base64', `sha256=${Buffer.from(hex, 'hex').toString('base64')}`],
    ['in quotes', `"${good}"`],
    ['joined with another by a comma', `${good},${good}`],
    ['joined after a wrong one', `sha256=${'0'.repeat(64)}, ${good}`],
    ['with another secret', signatureOf(body, 'another-app-secret')],
    ['of an empty body', signatureOf('')],
    ['of the body with a line end', signatureOf(`${body}\n`)],
    ['with an empty secret', signatureOf(body, '')],
  ];
  test.each(wrong)('%s', (_name, header) => {
    expect(isSigned(body, header, [secret])).toBe(false);
  });

  test('when one byte of the body differs', () => {
    expect(isSigned(Buffer.from(body.toString().replace('whatsapp', 'Whatsapp')), good, [secret])).toBe(false);
  });

  test('when there is no secret', () => {
    expect(isSigned(body, good, [])).toBe(false);
  });
});

describe('the webhook secrets', () => {
  test('one or two app secrets and a token', () => {
    const read = { appSecrets: ['0123456789abcdef', 'fedcba9876543210'], verifyToken: 'token-01' };
    expect(parseWebhookSecrets(read)).toEqual(read);
  });

  test.each([
    ['nothing', {}],
    ['no secret', { appSecrets: [], verifyToken: 'token-01' }],
    ['an empty secret', { appSecrets: [''], verifyToken: 'token-01' }],
    ['a short secret', { appSecrets: ['0123456789abcde'], verifyToken: 'token-01' }],
    ['an empty previous one', { appSecrets: ['0123456789abcdef', ''], verifyToken: 'token-01' }],
    ['three', { appSecrets: Array.from({ length: 3 }, () => '0123456789abcdef'), verifyToken: 'token-01' }],
    ['no list', { appSecrets: '0123456789abcdef', verifyToken: 'token-01' }],
    ['a number', { appSecrets: [1234567890123456], verifyToken: 'token-01' }],
    ['no token', { appSecrets: ['0123456789abcdef'] }],
    ['a short token', { appSecrets: ['0123456789abcdef'], verifyToken: 'token' }],
  ])('are refused: %s', (_name, secrets) => {
    expect(() => parseWebhookSecrets(secrets)).toThrow();
  });
});

describe('the question whether the callback URL is ours', () => {
  const query = (token: string, challenge = '1158201444', mode = 'subscribe') =>
    `hub.mode=${mode}&hub.challenge=${challenge}&hub.verify_token=${token}`;

  test('is answered with its challenge', () => {
    expect(verifiedChallenge(query('token-01'), 'token-01')).toBe('1158201444');
    expect(verifiedChallenge(query('to%26ken%2001'), 'to&ken 01')).toBe('1158201444');
  });

  test.each([
    ['another token', query('token-02')],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['the start of the token', query('token-0')],
    ['another mode', query('token-01', '1', 'unsubscribe')],
    ['no mode', 'hub.challenge=1&hub.verify_token=token-01'],
    ['no challenge', 'hub.mode=subscribe&hub.verify_token=token-01'],
    ['markup as a challenge', query('token-01', '%3Cscript%3E')],
    ['an endless challenge', query('token-01', '1'.repeat(65))],
    ['the token twice', `${query('token-02')}&hub.verify_token=token-01`],
    ['nothing', ''],
  ])('is refused: %s', (_name, raw) => {
    expect(verifiedChallenge(raw, 'token-01')).toBeUndefined();
  });
});
