import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type InboundScenario, playInbound } from '../support/inbound-world.ts';
import { identityScenarios } from './inbound-scenarios/identities.ts';
import { oddScenarios } from './inbound-scenarios/odd.ts';
import { recordedPayloads } from './inbound-scenarios/recorded-payloads.ts';
import { referenceScenarios } from './inbound-scenarios/references.ts';
import { smsScenarios } from './inbound-scenarios/sms.ts';
import { wordScenarios } from './inbound-scenarios/words.ts';

/*
 * What people send leaves the same ledger whatever becomes of the code between: every row, hash, reply, count and cost is compared with
 * what was recorded. RECORD=1 records anew; that is right only where behaviour changes on purpose, and the difference is what to review.
 */
const topics: Readonly<Record<string, readonly InboundScenario[]>> = {
  words: wordScenarios,
  references: referenceScenarios,
  identities: identityScenarios,
  odd: oddScenarios,
  'recorded-payloads': recordedPayloads,
  sms: smsScenarios,
};

describe.each(Object.entries(topics))('%s', (topic, scenarios) => {
  const file = new URL(`../fixtures/recorded-ledgers/${topic}.json`, import.meta.url);
  const recording = process.env.RECORD === '1';
  const recorded: Record<string, unknown> =
    recording || !existsSync(file) ? {} : JSON.parse(readFileSync(file, 'utf8'));

  test('is recorded to the last scenario, each under a name of its own', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    if (!recording) expect(Object.keys(recorded)).toEqual(names);
  });

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
    const seen = JSON.parse(JSON.stringify(await playInbound(scenario)));
    if (!recording) return expect(seen).toEqual(recorded[name]);
    recorded[name] = seen;
    writeFileSync(file, `{\n${Object.entries(recorded).map(inLines).join(',\n')}\n}\n`);
  });
});

/** A scenario with a line for each delivery, message and row: a difference can be read. */
function inLines([name, seen]: [string, unknown]): string {
  const members = Object.entries(seen as Record<string, unknown[]>).map(([member, list]) =>
    list.length === 0
      ? `  ${JSON.stringify(member)}: []`
      : `  ${JSON.stringify(member)}: [\n${list.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`,
  );
  return `${JSON.stringify(name)}: {\n${members.join(',\n')}\n}`;
}
