import { describe, expect, it } from 'vitest';
import {
  anewEvery,
  appSecrets,
  keptFor,
  type SecretFields,
  trustedFor,
} from '../../../lambdas/adapters/aws/app-secrets.ts';

function world() {
  const stored = new Map<string, SecretFields>();
  const asked: string[] = [];
  const clock = { at: 1_800_000_000_000, fails: false };
  const secrets = appSecrets(
    'optledger/dev/apps',
    () => clock.at,
    async (name) => {
      asked.push(name);
      if (clock.fails) throw new Error('throttled');
      return stored.get(name);
    },
  );
  return { secrets, stored, asked, clock };
}

describe('the secrets of an app', () => {
  it('are read when they are needed, and kept for a minute', async () => {
    const { secrets, stored, asked, clock } = world();
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'first' });
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'first' });
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'second' });
    clock.at += keptFor - 1;
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'first' });
    expect(asked).toHaveLength(1);
    clock.at += 1;
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'second' });
  });

  it('are read anew where they do not fit, but not for everybody who sends something that does not', async () => {
    const { secrets, stored, asked, clock } = world();
    expect(await secrets.read('acme', 'twilio')).toBeUndefined();
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'added' });
    clock.at += anewEvery;
    expect(await secrets.readAnew('acme', 'twilio')).toEqual({ authToken: 'added' });
    expect(await secrets.readAnew('acme', 'twilio')).toBeUndefined();
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'added' });
    expect(asked).toHaveLength(2);
  });

  it('are each their own', async () => {
    const { secrets, stored } = world();
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'acme' });
    for (const [appId, name] of [
      ['other', 'twilio'],
      ['acme', 'meta'],
    ] as const)
      expect(await secrets.read(appId, name)).toBeUndefined();
  });

  it('that could not be asked for are not taken for none, and are asked for again', async () => {
    const { secrets, stored, clock } = world();
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'there' });
    clock.fails = true;
    await expect(secrets.read('acme', 'twilio')).rejects.toThrow('throttled');
    clock.fails = false;
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'there' });
  });

  it('are believed for an hour where the store does not answer, but nothing is that does not fit', async () => {
    const { secrets, stored, clock } = world();
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'there' });
    await secrets.read('acme', 'twilio');
    await secrets.read('other', 'twilio');
    clock.fails = true;
    for (const after of [keptFor, anewEvery, trustedFor - keptFor - anewEvery - 1]) {
      clock.at += after;
      expect(await Promise.all([1, 2].map(() => secrets.read('acme', 'twilio')))).toEqual([
        { authToken: 'there' },
        { authToken: 'there' },
      ]);
      expect(await secrets.read('other', 'twilio')).toBeUndefined();
      await expect(secrets.readAnew('acme', 'twilio')).rejects.toThrow('throttled');
    }
    clock.at += 1;
    await expect(secrets.read('acme', 'twilio')).rejects.toThrow('throttled');
    await expect(secrets.read('other', 'twilio')).rejects.toThrow('throttled');
    clock.fails = false;
    stored.set('optledger/dev/apps/acme/twilio', { authToken: 'second' });
    expect(await secrets.read('acme', 'twilio')).toEqual({ authToken: 'second' });
  });

  it('are asked for by ids of apps only', async () => {
    const { secrets, asked } = world();
    for (const appId of ['', 'a/b', '../acme', 'Acme', 'acme/twilio?', 'a'.repeat(40)])
      expect(await secrets.read(appId, 'twilio')).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
