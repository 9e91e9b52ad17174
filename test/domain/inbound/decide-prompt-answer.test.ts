import { expect, test } from 'vitest';
import { decideInbound } from '../../../lambdas/domain/inbound/decide-inbound.ts';
import type { InboundAct } from '../../../lambdas/domain/inbound/inbound-act.ts';
import { isNo, onlyNoCounts } from '../../../lambdas/domain/inbound/only-no-counts.ts';
import { wantedFor } from '../../../lambdas/domain/inbound/wanted.ts';
import { promptPayload } from '../../../lambdas/domain/prompts/prompt.ts';
import { lookUp } from '../../../lambdas/use-cases/inbound/look-up.ts';
import { acme, noon } from '../../support/ledger/ledger-bench.ts';
import { testPrompt } from '../../support/ledger/prompts.ts';

const prompt = testPrompt(1, 'AAAAAAAAAAA');
const press = (id: string, parts: Partial<InboundAct> = {}): InboundAct => ({
  event: 'message',
  channel: 'whatsapp',
  receivedBy: '106540352242922',
  person: { phone: '16505551234' },
  received: { waId: '16505551234' },
  at: noon,
  messageId: 'wamid.1',
  payload: { from: 'reply-button', id },
  forwarded: false,
  opensWindow: true,
  part: {},
  ...parts,
});
const yes = promptPayload(prompt.code, { answer: 'yes', purpose: 0 });
const no = promptPayload(prompt.code, { answer: 'no' });
const recorded = (act: InboundAct, known = { prompt, presser: ['AAAAAAAAAAA'] }) => {
  const decision = decideInbound(act, [acme], known);
  if (decision.come !== 'record') return decision.come;
  return decision.apps.flatMap(({ changes }) =>
    changes.map((each) => (each.record === 'statement' ? each.said.action : each.record)),
  );
};

test('a yes is heard in the live chat only', () => {
  expect(recorded(press(yes))).toEqual(['granted', 'window']);
  for (const via of ['edit', 'standby', 'history'] as const) {
    expect(wantedFor(press(yes, { via }), [acme])).toBeUndefined();
    expect(recorded(press(yes, { via, opensWindow: false }), { prompt, presser: [] })).toBe('nothing');
  }
});

test('a no is heard everywhere but in the history of a phone', () => {
  for (const via of [undefined, 'edit', 'standby'] as const) {
    const act = press(no, { via, opensWindow: via === undefined });
    expect(wantedFor(act, [acme])).toMatchObject({ want: 'prompt', code: prompt.code });
    expect(recorded(act)).toContain('refused');
  }
  expect(recorded(press(no, { via: 'history', opensWindow: false }))).toBe('nothing');
  expect(isNo(press(no, { via: 'edit' }), 'none')).toBe(true);
  expect(onlyNoCounts(press(no, { via: 'edit' }))).toBe(true);
});

test('whoever pressed is looked for in the app of the prompt only, which must be one on the number', async () => {
  const asked: string[] = [];
  const ledger = {
    subjectsOf: async ({ appId }: { appId: string }) => {
      asked.push(appId);
      return ['AAAAAAAAAAA'];
    },
  };
  const look = (appId: string) =>
    lookUp({ ledger, prompts: { recall: async () => ({ ...prompt, appId }) } } as never, wantedFor(press(yes), [acme]));
  expect(await look('cafe')).toMatchObject({ presser: undefined });
  expect(await look('acme')).toMatchObject({ presser: ['AAAAAAAAAAA'] });
  expect(asked).toEqual(['acme']);
});
