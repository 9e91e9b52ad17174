import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { stageSettings } from '../../lib/stage-settings.ts';

const settings = (context: Record<string, unknown>) => stageSettings(new App({ context }).node);

test('without any context it is the stage dev with its own secrets and no alarm topic', () => {
  expect(settings({})).toEqual({
    stage: 'dev',
    secrets: {
      identifierKey: 'optledger/dev/identifier-key',
      whatsappWebhook: 'optledger/dev/whatsapp-webhook',
      whatsappAccess: 'optledger/dev/whatsapp-access',
    },
    alarms: {},
    graphUrl: 'https://graph.facebook.com/v26.0',
  });
});

test('a newer version of the Graph API needs no new code', () => {
  expect(settings({ graphUrl: 'https://graph.facebook.com/v27.0' }).graphUrl).toBe('https://graph.facebook.com/v27.0');
});

test('the pages have the address of the API, or one of their own without a slash at its end', () => {
  expect(settings({})).not.toHaveProperty('publicUrl');
  expect(settings({ publicUrl: 'https://wa.example.com/' }).publicUrl).toBe('https://wa.example.com');
});

test('secrets follow the stage, and each can be named otherwise', () => {
  const { secrets } = settings({ stage: 'prod', whatsappAccessSecret: 'shared/meta-token' });
  expect(secrets).toEqual({
    identifierKey: 'optledger/prod/identifier-key',
    whatsappWebhook: 'optledger/prod/whatsapp-webhook',
    whatsappAccess: 'shared/meta-token',
  });
});

test.each(['Prod', '1st', 'a_b', '-a', 'a'.repeat(21)])(
  'the stage "%s" is refused, because a stack cannot be called so',
  (stage) => {
    expect(() => settings({ stage })).toThrow('must be 1 to 20 small letters');
  },
);

test('docs/deploy.md has every one of them, with its default', () => {
  const source = readFileSync(new URL('../../lib/stage-settings.ts', import.meta.url), 'utf8');
  const page = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
  const names = [...source.matchAll(/\bread\('(\w+)'\)/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(4);
  for (const name of names) expect(page).toContain(`| \`${name}\` | \`-c ${name}=…\` |`);
});
