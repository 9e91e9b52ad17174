import { expect, test } from 'vitest';
import { fromLedgerItem } from '../../../lambdas/adapters/dynamodb/entries/ledger-item.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { fromEligibleRowItem } from '../../../lambdas/adapters/dynamodb/rows/eligible-row-item.ts';
import { sha256 } from '../../../lambdas/adapters/dynamodb/table/keyed-hash.ts';
import type { EligibleRow } from '../../../lambdas/domain/eligibility/eligible-row.ts';
import { rowChanges } from '../../../lambdas/domain/eligibility/row-changes.ts';
import type { Subject } from '../../../lambdas/domain/identity/subject.ts';
import type { PersonState } from '../../../lambdas/domain/ledger/chain.ts';
import type { Said } from '../../../lambdas/domain/ledger/decide-statement.ts';
import type { RecordedStatement } from '../../../lambdas/domain/ledger/first-answer.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';
import { pick, randomSaid, seededRandom } from '../../model/random-history.ts';
import { DryRun, type Event } from '../../support/ledger/dry-run.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { readAll } from '../../support/table/table-audit.ts';

/** A dry run is the decision without the commit: a history of them, one after the other, comes to what the store records. */
const histories = 12;
const seed = Number(process.env.SEED ?? 20261129);
const points = [undefined, 'pt_a', 'pt_b'];

/** Anything that may be said of one person within a minute, in any order. */
function randomActs(random: () => number): (Said | Event)[] {
  return Array.from({ length: 3 + Math.floor(random() * 12) }, (): Said | Event => {
    const at = noon + Math.floor(random() * 60_000);
    const evidence = { text: 'words', pointId: pick(random, points) };
    const kind = pick(random, [
      'statement',
      'statement',
      'statement',
      'preference',
      'suppression',
      'chat',
      'call',
      'foreign-opt-in',
    ] as const);
    if (kind === 'preference') {
      return { kind: 'platform-preference', value: pick(random, ['stop', 'resume'] as const), evidence, at };
    }
    if (kind === 'chat') return { kind: 'chat', point: pick(random, points), evidence, at };
    if (kind === 'call') return { kind, evidence, at };
    if (kind === 'foreign-opt-in') return { kind, source: 'messaging-provider', evidence, at };
    if (kind === 'suppression') {
      const lift = random() < 0.4;
      const reason = pick(random, ['ambiguous-stop', 'quality'] as const);
      const reply = lift ? undefined : ('ask-whether-stop' as const);
      return { kind, reason, lift, source: 'whatsapp-message', evidence, reply, at };
    }
    const { action, purposes, level, sms } = randomSaid(random, 60);
    return {
      action: action === 'erased' ? 'revoked' : action,
      purposes,
      level,
      saidAt: at,
      source: sms === undefined ? 'whatsapp-message' : 'sms-keyword',
      evidence: { ...evidence, receivedBy: sms },
      reply: action === 'revoked' ? (purposes === 'all' ? 'stop-confirmed' : 'marketing-stop-confirmed') : undefined,
    };
  });
}

/** The real ledger, with what it was given written down: whom the first act fell to, and every salt. */
function watched(bench: LedgerBench) {
  const given: { first?: PersonState; salts: string[] } = { salts: [] };
  let ids = 0;
  const options = { identifierKey, now: bench.now, newId: () => `w-${++ids}` };
  const ledger = subjectLedger((finish) => {
    const store = subjectStore(bench.table, options)(finish);
    return {
      ...store,
      salt: () => {
        given.salts.push(store.salt());
        return given.salts.at(-1) ?? '';
      },
      open: async (...args) => {
        const act = await store.open(...args);
        given.first ??= act.person;
        return act;
      },
    };
  });
  return { ledger, given };
}

/** In which order suppressions are kept says nothing. */
function inOrder(subject: Subject): Subject {
  return { ...subject, suppressions: subject.suppressions.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)) };
}

test(`${histories} histories, dry and on the store`, async () => {
  const seen = { historiesRead: 0, unrecorded: 0, rows: 0, replies: 0 };
  for (let n = 0; n < histories; n += 1) {
    const bench = await ledgerBench();
    const random = seededRandom(seed + n);
    const { ledger, given } = watched(bench);
    let dry: DryRun | undefined;
    const rows = new Map<string, EligibleRow>();
    for (const [index, act] of randomActs(random).entries()) {
      const now = noon + 30_000 + index * 1000;
      bench.setNow(now);
      const person = { phone: '14155550132' };
      const eventId = `e${index}`;
      let answer: RecordedStatement | undefined;
      if (!('kind' in act)) answer = await ledger.recordStatement(acme, { ...act, person, eventId, provider: true });
      else if (act.kind === 'suppression') await ledger.recordSuppression(acme, { ...act, person, eventId });
      else if (act.kind === 'chat') await ledger.recordChat(acme, { ...act, person, eventId });
      else if (act.kind === 'call') await ledger.recordCall(acme, { ...act, person, eventId });
      else if (act.kind === 'foreign-opt-in') await ledger.recordForeignOptIn(acme, { ...act, person, eventId });
      else if (act.kind === 'handover') await ledger.recordHandover(acme, { ...act, person, eventId });
      else await ledger.recordPlatformPreference(acme, { ...act, person, eventId });

      if (given.first === undefined) throw new Error('No act was opened.');
      dry ??= new DryRun(acme, given.first);
      const before = dry.entries.length === 0 ? undefined : dry.person.subject;
      const recording = { now, salt: given.salts.at(-1) ?? '', sha256 };
      const changes = 'kind' in act ? dry.event(act, recording) : dry.statement(act, recording);
      if (answer !== undefined && changes !== undefined) {
        const { ref, header } = changes.entry;
        const told = { ref, outcomes: header.appliedWhenRecorded, consent: changes.consent, replayed: false };
        expect(answer, `seed ${seed + n}, act ${index}`).toMatchObject(JSON.parse(JSON.stringify(told)));
      }
      if (changes === undefined) seen.unrecorded += 1;
      // Nobody is known yet, so the next act opens for somebody new.
      if (dry.entries.length === 0) {
        dry = undefined;
        delete given.first;
      }
      for (const { purposeId, row } of rowChanges(before, changes?.subject ?? before, acme).rows) {
        if (row === undefined) rows.delete(purposeId);
        else rows.set(purposeId, row);
      }
      if (changes?.reply !== undefined) seen.replies += 1;
    }
    const stored = await readAll(bench);
    const about = `seed ${seed + n}`;
    const people = dry === undefined || dry.entries.length === 0 ? [] : [dry.person];
    const entries = stored.ledger.sort((a, b) => a.n - b.n).map(fromLedgerItem);
    expect(entries, about).toEqual(dry?.entries);
    const homes = stored.homes.map(({ head, subject }) => ({ head, subject: inOrder(subject) }));
    expect(homes, about).toEqual(people.map(({ head, subject }) => ({ head, subject: inOrder(subject) })));
    const found = stored.rows.map((item) => [item.pk.split('#')[2], fromEligibleRowItem(item)] as const);
    expect(new Map(found), about).toEqual(rows);
    seen.rows += rows.size;
    seen.historiesRead += dry?.historiesRead ?? 0;
  }
  for (const times of Object.values(seen)) expect(times, JSON.stringify(seen)).toBeGreaterThan(0);
});
