import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishedEvent } from '../../dev/events/event-bus.ts';
import { startLocalMode } from '../../dev/local-mode.ts';
import { keptList } from '../../dev/machine/kept-file.ts';

/**
 * How long it takes from the record of a no to the bus, in a local mode of its own: `many` people opt in by API and out again, two side by
 * side. Lines of p50, p99 and the longest, in milliseconds.
 */
export async function benchEvents(many = 200): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-bench-events-'));
  const localMode = await startLocalMode({ dataFolder: folder, port: 0 });
  try {
    const post = async (path: string, body: object): Promise<void> => {
      const headers = { authorization: `Bearer ${localMode.apiKey}`, 'content-type': 'application/json' };
      const answer = await fetch(`${localMode.baseUrl}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} is answered ${answer.status}.`);
      await answer.arrayBuffer();
    };
    const purposes = [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }];
    await post('/v1/apps', { appId: 'bench', displayName: 'Bench', purposes });
    const said = { source: 'paper', by: 'data-subject', evidence: { documentRef: 'A-1', operator: 'till 4' } };
    const say = async (what: 'opt-ins' | 'opt-outs'): Promise<void> => {
      for (let from = 0; from < many; from += atOnce) {
        const people = Array.from(
          { length: Math.min(atOnce, many - from) },
          (_, n) => `+1416555${String(from + n).padStart(4, '0')}`,
        );
        await Promise.all(
          people.map((phone) =>
            post(`/v1/apps/bench/${what}`, {
              ...said,
              user: { phone },
              purposes: ['offers'],
              saidAt: new Date().toISOString(),
            }),
          ),
        );
      }
    };
    await say('opt-ins');
    await say('opt-outs');
    await localMode.settle();
    const events = keptList<PublishedEvent>(join(folder, 'events.jsonl')).all();
    const took = events
      .filter((each) => each['detail-type'] === 'user.opted_out')
      .map(({ at, detail }) => Date.parse(at) - Date.parse(String(detail.timestamp)))
      .sort((a, b) => a - b);
    const at = (part: number) => took[Math.min(took.length - 1, Math.ceil(took.length * part) - 1)] ?? Number.NaN;
    console.log(
      `\nfrom record to published, ${took.length} opt-outs in local mode: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
    );
  } finally {
    await localMode.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const atOnce = 2;
