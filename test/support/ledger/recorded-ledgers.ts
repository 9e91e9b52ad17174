import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type InboundScenario, playInbound } from './inbound-world.ts';

/**
 * Tests that what people send leaves the same ledger whatever becomes of the code between: every row, hash, reply, count and cost is
 * compared with what was recorded in `test/fixtures/recorded-ledgers`. `RECORD=1` records anew; that is right only where behaviour
 * changes on purpose, and the difference is what to review.
 */
export function replay(topic: string, scenarios: readonly InboundScenario[]): void {
  const file = new URL(`../../fixtures/recorded-ledgers/${topic}.json`, import.meta.url);
  const isRecording = process.env.RECORD === '1';
  const recorded: Record<string, unknown> =
    isRecording || !existsSync(file) ? {} : JSON.parse(readFileSync(file, 'utf8'));

  describe('what is recorded', () => {
    test('is every scenario, each under a name of its own', () => {
      const names = scenarios.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      if (!isRecording) expect(Object.keys(recorded)).toEqual(names);
    });

    test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (name, scenario) => {
      const seen = JSON.parse(JSON.stringify(await playInbound(scenario)));
      if (!isRecording) return expect(seen).toEqual(recorded[name]);
      recorded[name] = seen;
      writeFileSync(file, `{\n${Object.entries(recorded).map(inLines).join(',\n')}\n}\n`);
    });
  });
}

/** A scenario with a line for each delivery, message and row: a difference can be read. */
function inLines([name, seen]: [string, unknown]): string {
  const members = Object.entries(seen as Record<string, unknown[]>).map(([member, list]) =>
    list.length === 0
      ? `  ${JSON.stringify(member)}: []`
      : `  ${JSON.stringify(member)}: [\n${list.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`,
  );
  return `${JSON.stringify(name)}: {\n${members.join(',\n')}\n}`;
}
