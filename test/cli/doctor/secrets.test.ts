import { describe, expect, test } from 'vitest';
import { judgeSecret, lookAt } from '../../../cli/doctor/areas/secrets.ts';

const key = 'q7Jm1xTn0Zc4VbK9sWd2RfY5uGh8LpA3eNoXyB6iMkQ=';
const appSecret = '3f1c9a7e5b2d4068a1c3e5f7092b4d6f';
const webhook = (appSecrets: readonly unknown[], verifyToken: unknown = 'v9K2mX7qL4') =>
  JSON.stringify({ appSecrets, verifyToken });

describe('a value', () => {
  test.each([
    ['an identifier key', 'identifierKeySecret', key, undefined],
    ['an identifier key that happens to hold a word', 'identifierKeySecret', `todoExample${key}`, undefined],
    ['an identifier key that happens to end in one', 'identifierKeySecret', `${key.slice(0, 36)}Example=`, undefined],
    ['no identifier key', 'identifierKeySecret', ' \n', 'empty'],
    ['a short identifier key', 'identifierKeySecret', key.slice(0, 31), 'wrong'],
    ['a key that says what belongs there', 'identifierKeySecret', '<the identifier key of this stage>', 'placeholder'],
    ['a key of one letter', 'identifierKeySecret', 'x'.repeat(48), 'placeholder'],
    ['a key to be changed', 'identifierKeySecret', 'change-me-change-me-change-me-change-me', 'placeholder'],
    ['app secret and verify token', 'whatsappWebhookSecret', webhook([appSecret]), undefined],
    ['no JSON', 'whatsappWebhookSecret', appSecret, 'wrong'],
    ['no app secret', 'whatsappWebhookSecret', webhook([]), 'wrong'],
    ['an empty app secret', 'whatsappWebhookSecret', webhook(['']), 'wrong'],
    ['three app secrets', 'whatsappWebhookSecret', webhook([appSecret, appSecret, appSecret]), 'wrong'],
    ['no verify token', 'whatsappWebhookSecret', webhook([appSecret], null), 'wrong'],
    ['the dots of the page', 'whatsappWebhookSecret', webhook(['…………………………']), 'placeholder'],
    ['the words of the page', 'whatsappWebhookSecret', webhook(['your-app-secret-here']), 'placeholder'],
    ['an access token', 'whatsappAccessSecret', JSON.stringify({ accessToken: `EAAJ${appSecret}` }), undefined],
    ['a bare access token', 'whatsappAccessSecret', `EAAJ${appSecret}`, 'wrong'],
    ['another field', 'whatsappAccessSecret', JSON.stringify({ token: `EAAJ${appSecret}` }), 'wrong'],
    [
      'an access token to come',
      'whatsappAccessSecret',
      JSON.stringify({ accessToken: 'REPLACE_ME_REPLACE_ME' }),
      'placeholder',
    ],
  ] as const)('%s', (_, kind, value, fault) => {
    expect(lookAt(kind, value).fault).toBe(fault);
  });

  test('two app secrets are a rotation', () => {
    expect(lookAt('whatsappWebhookSecret', webhook([appSecret, `${appSecret}2`]))).toEqual({ isRotating: true });
    expect(lookAt('whatsappWebhookSecret', webhook([appSecret]))).toEqual({ isRotating: false });
  });
});

describe('a secret', () => {
  const facts = { kind: 'whatsappWebhookSecret', name: 'optledger/prod/whatsapp-webhook', behind: [] } as const;

  test.each([
    ['missing', 'is not there', 'create-secret --name'],
    ['empty', 'is empty', 'put-secret-value --secret-id'],
    ['placeholder', 'still holds a placeholder', 'put-secret-value'],
    ['wrong', 'has not the form', 'put-secret-value'],
  ] as const)('that is %s is broken, and says the command', (fault, said, command) => {
    expect(judgeSecret({ ...facts, fault })).toMatchObject([
      { severity: 'broken', what: expect.stringContaining(said), todo: expect.stringContaining(command) },
    ]);
  });

  test('that was changed after its readers started should be taken up', () => {
    expect(judgeSecret({ ...facts, behind: ['whatsapp-webhook'] })).toMatchObject([
      { severity: 'should', what: expect.stringContaining('after whatsapp-webhook last started anew') },
    ]);
    expect(judgeSecret({ ...facts, isRotating: true })).toMatchObject([{ severity: 'note' }]);
    expect(judgeSecret(facts)).toEqual([]);
  });

  test('whose place is empty is never filled with a new identifier key without a word', () => {
    const [found] = judgeSecret({ kind: 'identifierKeySecret', name: 'k', fault: 'empty', behind: [] });
    expect(found?.todo).toContain('if there was one before, that one and no other');
  });
});
