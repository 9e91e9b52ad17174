import { describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { parseWaId } from '../../lambdas/domain/identity/phone.ts';
import { isPlatformStopped } from '../../lambdas/domain/identity/subject.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { type Conclusion, fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { acme, ledgerBench } from '../support/ledger/ledger-bench.ts';
import { deliver, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';

const longAgo = Date.parse('2015-01-01T00:00:00Z');

/** The people of a fixture, each with everything that is concluded of them. */
function peopleOf(conclusions: readonly Conclusion[]) {
  const people = new Map<string, { app: string; person: { phone?: string; bsuid?: string }; of: Conclusion[] }>();
  for (const conclusion of conclusions) {
    const { wa_id, user_id, canonical } = conclusion.subject ?? {};
    const phone = canonical?.slice(1) ?? (wa_id === undefined ? undefined : parseWaId(wa_id)?.digits);
    if (phone === undefined && user_id === undefined) continue;
    const app = conclusion.phone_number_id ?? '106540352242922';
    const key = `${app} ${phone ?? user_id}`;
    const person = { ...(phone !== undefined && { phone }), ...(user_id !== undefined && { bsuid: user_id }) };
    const known = people.get(key) ?? { app, person, of: [] };
    people.set(key, { ...known, of: [...known.of, conclusion] });
  }
  return [...people.values()];
}

describe('every recorded webhook changes what is known of people as its conclusion says', () => {
  test.each(fixturesOfKind('whatsapp-webhook'))('$id', async ({ file, conclude }) => {
    const bench = await ledgerBench();
    const apps = appStore(bench.table, bench.now);
    const people = peopleOf(conclude);
    const appOf = (phoneNumberId: string) => ({
      ...acme,
      appId: `app-${[...new Set(people.map(({ app }) => app))].indexOf(phoneNumberId)}`,
      smsNumbers: [],
      whatsapp: { phoneNumberId, phone: '15550783881', wabaId: '102290129340398' },
    });
    for (const phoneNumberId of new Set(people.map(({ app }) => app))) await apps.create(appOf(phoneNumberId));
    for (const { app, person } of people) {
      await bench.ledger.recordStatement(appOf(app), {
        person,
        action: 'granted',
        purposes: ['offers'],
        level: 2,
        saidAt: longAgo,
        source: 'paper',
        evidence: { documentRef: 'A-1' },
        provider: false,
      });
    }
    const webhook = whatsappWebhook({
      secrets: webhookSecrets,
      apps,
      ledger: bench.ledger,
      choices: choiceStore(bench.table, bench.now),
      prompts: promptStore(bench.table, bench.now),
      points: pointStore(bench.table),
      templates: templateStore(bench.table),
      aside: keptAside(bench.table, bench.now),
      now: bench.now,
    });

    expect(await deliver(webhook, fixtureBytes(file).toString())).toMatchObject({ status: 200 });

    for (const { app, person, of } of people) {
      const found = await bench.people.find(appOf(app).appId, person, bench.now());
      const opened = of
        .filter(({ session }) => session === 'open')
        .map(({ occurred_at }) => Number(occurred_at ?? 1_760_000_000) * 1000);
      const seen = {
        consent: consentState(
          found?.subject.registers ?? {},
          { purposeId: 'offers', category: 'marketing' },
          bench.now(),
        ).state,
        platformStopped: isPlatformStopped(found?.subject.platformStop ?? {}),
        lastInboundAt: found?.window.lastInboundAt,
      };
      expect(seen).toEqual({
        consent: of.some(({ marketing }) => marketing === 'revoked') ? 'opted-out' : 'opted-in',
        platformStopped: of.some(({ marketing }) => marketing === 'platform-stop'),
        lastInboundAt: opened.length === 0 ? undefined : Math.max(...opened),
      });
    }
  });
});
