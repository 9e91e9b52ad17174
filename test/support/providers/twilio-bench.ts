import { type AppSecrets, appSecrets, type SecretFields } from '../../../lambdas/adapters/aws/app-secrets.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { firstReceipts } from '../../../lambdas/adapters/dynamodb/messages/first-receipts.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { twilioWebhook } from '../../../lambdas/handlers/deps/twilio/twilio-webhook.ts';
import type { Ledger } from '../../../lambdas/use-cases/ledger/ports.ts';
import { type SeenAnswer, send } from '../api/http-event.ts';
import { identifierKey, type LedgerBench, ledgerBench } from '../ledger/ledger-bench.ts';
import { publicUrl, type TwilioTarget, twilioCall, twilioToken } from './twilio.ts';

/** An SMS that went out. */
export interface SentSms {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly by: object;
}

/** The function of Twilio on a real table, with the secrets that a test writes. */
export interface TwilioBench extends LedgerBench {
  /** What stands in the secret store, by name; `optledger/dev/twilio` is the stage's. */
  readonly stored: Map<string, SecretFields>;
  readonly secrets: AppSecrets;
  readonly sent: SentSms[];
  post(target: TwilioTarget, fields: { readonly [name: string]: string }, ledger?: Ledger): Promise<SeenAnswer>;
  deps(): Parameters<typeof twilioWebhook>[0];
}

export async function twilioBench(): Promise<TwilioBench> {
  const bench = await ledgerBench();
  const { table, now } = bench;
  const stored = new Map<string, SecretFields>([['apps/acme/twilio', { authToken: twilioToken }]]);
  const secrets = appSecrets('apps', now, async (name) => stored.get(name), { twilio: 'optledger/dev/twilio' });
  const sent: SentSms[] = [];
  const deps = () => ({
    secrets,
    publicUrl,
    apps: appStore(table, now),
    ledger: bench.ledger,
    choices: choiceStore(table, now),
    points: pointStore(table),
    prompts: promptStore(table, now),
    templates: templateStore(table),
    notices: noticeStore(table),
    answers: answerLimit(table, identifierKey, now),
    sender: {
      send: async (from: string, to: string, text: string, by: object) => {
        sent.push({ from, to, text, by });
        return { came: 'sent' } as const;
      },
    },
    refusals: lateRefusals(table, identifierKey),
    stops: { people: bench.people, smsStops: smsStops(table), now },
    receipts: firstReceipts(table, identifierKey),
    aside: keptAside(table, now),
    now,
  });
  return {
    ...bench,
    stored,
    secrets,
    sent,
    deps,
    post: (target, fields, ledger = bench.ledger) =>
      send(twilioWebhook({ ...deps(), ledger }), 'POST', target.path, twilioCall(target, fields)),
  };
}
