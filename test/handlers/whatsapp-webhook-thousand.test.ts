import { expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { ledgerRows } from '../support/table/rows.ts';

test('a delivery of 1,000 changes is recorded to the last one', async () => {
  const bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
  const webhook = whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
  });
  const changes = Array.from({ length: 1000 }, (_, n) =>
    messagesChange(acme.whatsapp?.phoneNumberId ?? '', {
      messages: [
        textMessage(
          `16505551${String(n % 40).padStart(3, '0')}`,
          `wamid.${n}`,
          noon - (1000 - n) * 1000,
          n >= 960 ? 'STOP' : 'hello',
        ),
      ],
    }),
  );
  expect(await deliver(webhook, delivery(...changes))).toMatchObject({ status: 200 });
  const stops = (await ledgerRows(bench.table)).filter((row) => row.action === 'revoked');
  expect(stops).toHaveLength(40);
  const last = await bench.people.find('acme', { phone: '16505551039' }, bench.now());
  expect(isOpen(last?.window ?? {}, bench.now())).toBe(true);
});
