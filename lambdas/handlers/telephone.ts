import { randomUUID } from 'node:crypto';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { callHookStore } from '../adapters/dynamodb/admin/call-hook-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../adapters/dynamodb/collection/point-store.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { keptAside } from '../adapters/dynamodb/messages/kept-aside.ts';
import { referenceOf } from '../adapters/random/new-reference.ts';
import { environment as env } from '../contract/environment.ts';
import { saidName } from '../edge/api/telephone/said-name.ts';
import { httpEndpoint } from '../edge/http/http-endpoint.ts';
import { httpStart } from '../edge/http/http-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { toldAside } from './deps/hearing/told-aside.ts';
import { ownSecrets } from './deps/sending/own-secrets.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';
import { type HookedCallDeps, hookedCalls } from './deps/telephone/hooked-calls.ts';
import type { VoiceDeps } from './deps/twilio/twilio-call.ts';
import { twilioVoice } from './deps/twilio/twilio-voice.ts';

/** Telephone providers. Unproven: 401 before anything is read. Not stored: 503, and careful providers tell again. All else: 200. */
export const telephone = (deps: VoiceDeps & HookedCallDeps) => {
  const voice = twilioVoice(deps);
  const hooked = hookedCalls(deps);
  return httpEndpoint({
    'POST /webhooks/twilio/{appId}/voice/missed-call': voice.missedCall,
    'POST /webhooks/twilio/{appId}/voice/ivr': voice.ivr,
    'GET /webhooks/calls/{appId}/{secret}': (request) => hooked('GET', request),
    'POST /webhooks/calls/{appId}/{secret}': (request) => hooked('POST', request),
  });
};

export const handler = httpStart(async () => {
  const table = openTable();
  const key = await identifierKey(table);
  return {
    apps: appStore(table, systemClock),
    hooks: callHookStore(table),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    points: pointStore(table),
    pointOf: referenceOf(key),
    notices: noticeStore(table),
    nameOf: saidName,
    aside: toldAside(keptAside(table, systemClock)),
    secrets: ownSecrets(),
    publicUrl: requireEnv(env.publicUrl),
    now: systemClock,
  };
}, telephone);
