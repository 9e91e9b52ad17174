import { type AppSecrets, appSecrets, type SecretFields } from '../../../lambdas/adapters/aws/app-secrets.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { keyRate } from '../../../lambdas/adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { inboundEvents } from '../../../lambdas/adapters/dynamodb/events/inbound-events.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { cursors } from '../../../lambdas/edge/http/cursor.ts';
import { gupshup } from '../../../lambdas/handlers/gupshup.ts';
import { type Call, type SeenAnswer, sendTo } from '../api/http-event.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../ledger/ledger-bench.ts';
import { gupshupSecret } from './gupshup.ts';

type Deps = Parameters<typeof gupshup>[0];

/** The function of Gupshup's paths on a real table, with an app, a key and a secret address. */
export interface GupshupBench extends LedgerBench {
  /** What stands in the secret store. */
  readonly stored: Map<string, SecretFields>;
  readonly secrets: AppSecrets;
  /** Posts a callback to the address of acme. */
  tell(callback: unknown, more?: Partial<Deps> & { readonly path?: string }): Promise<SeenAnswer>;
  /** Calls as a program made for Gupshup. */
  call(method: string, path: string, call?: Call, more?: Partial<Deps>): Promise<SeenAnswer>;
  /** A new key. */
  keyFor(scopes: readonly string[], apps?: readonly string[] | '*'): Promise<string>;
}

export async function gupshupBench(app: App = acme): Promise<GupshupBench> {
  const bench = await ledgerBench();
  const { table, now } = bench;
  const stored = new Map<string, SecretFields>([['apps/acme/gupshup', { webhookSecret: gupshupSecret }]]);
  const secrets = appSecrets('apps', now, async (name) => stored.get(name));
  const keys = keyStore(table);
  await appStore(table, now).create(app);
  const deps = (): Deps => ({
    keys,
    rate: keyRate(table, now),
    apps: appStore(table, now),
    ledger: bench.ledger,
    notices: noticeStore(table),
    points: pointStore(table),
    choices: choiceStore(table, now),
    prompts: promptStore(table, now),
    templates: templateStore(table),
    refusals: lateRefusals(table, identifierKey),
    directory: userDirectory(table),
    cursors: cursors(async () => identifierKey),
    events: inboundEvents(table, identifierKey, now),
    aside: keptAside(table, now),
    secrets,
    timeLeft: () => 10_000,
    now,
  });
  return {
    ...bench,
    stored,
    secrets,
    tell: (callback, { path = `/webhooks/gupshup/acme/${gupshupSecret}`, ...more } = {}) =>
      sendTo(gupshup({ ...deps(), ...more }), 'POST', path, { body: callback }),
    call: (method, path, call, more) => sendTo(gupshup({ ...deps(), ...more }), method, path, { key: null, ...call }),
    keyFor: async (scopes, apps = ['acme']) => (await keys.create({ name: 'test', scopes, apps }, noon)).token,
  };
}
