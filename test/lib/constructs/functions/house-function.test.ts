import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { expect, it } from 'vitest';
import { bundling } from '../../../../lib/bundling/bundling.ts';
import { Alarms } from '../../../../lib/constructs/alarms/alarms.ts';
import { HouseFunction } from '../../../../lib/constructs/functions/house-function.ts';

it('a deployed bundle ends with what Lambda waits for in INIT', () => {
  const app = new App();
  const stack = new Stack(app, 'Test');
  const alarms = new Alarms(stack, 'Alarms', {});
  new HouseFunction(stack, 'Health', 'health', { alarms, severity: 'ticket', impact: 'None.', runbook: 'None.' });
  const { directory } = app.synth();
  const [asset = ''] = readdirSync(directory).filter((name) => name.startsWith('asset.'));
  const code = readFileSync(join(directory, asset, 'index.mjs'), 'utf8');
  expect(code.trimEnd().split('\n').at(-1)).toBe(bundling.footer.js);
  expect(code).toContain('optledgerInit=');
});
