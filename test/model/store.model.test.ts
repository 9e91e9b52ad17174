import { beforeAll, expect, test } from 'vitest';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { unknownPerson } from '../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../lambdas/domain/eligibility/eligibility.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { auditTable } from '../support/table/table-audit.ts';
import { isOptedIn } from './naive-consent.ts';
import { isMarketing, pick, randomSaid, seededRandom, shuffled } from './random-history.ts';
import { sizeOf } from './size.ts';

const sequences = sizeOf(15, 120, 1_500);
const revocations = sizeOf(60, 800, 6_000);
const seed = Number(process.env.SEED ?? 20261121);

let bench: LedgerBench;
beforeAll(async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 3_600_000);
});

/** Runs jobs with a few at a time. */
async function inLanes(lanes: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...jobs];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await job();
    }),
  );
}

/** One person, twelve acts under changing identifiers, half of them delivered twice, in any order, four at a time. */
async function sequence(n: number): Promise<void> {
  const random = seededRandom(seed + n);
  const digits = String(n).padStart(6, '0');
  const known: PersonRef[] = [
    { phone: `14155${digits}` },
    { bsuid: `US.S${n}` },
    { phone: `14155${digits}`, bsuid: `US.S${n}` },
  ];
  const history = Array.from({ length: 12 }, () => randomSaid(random, 30)).filter((said) => said.action !== 'erased');
  const inbound = Array.from({ length: 3 }, () => noon + Math.floor(random() * 60) * 1000);
  const acts = [
    ...history.map((said, index) => {
      const { action, level } = said;
      if (action === 'erased') throw new Error('nobody erases by a message');
      const person = pick(random, known);
      return async () => {
        await bench.ledger.recordStatement(acme, {
          person,
          action,
          purposes: said.purposes,
          level,
          saidAt: noon + said.second * 1000,
          source: said.sms === undefined ? 'whatsapp-message' : 'sms-keyword',
          evidence: said.sms === undefined ? {} : { receivedBy: said.sms },
          eventId: `m-${n}-${index}`,
          provider: true,
        });
      };
    }),
    ...inbound.map((at) => {
      const person = pick(random, known);
      return () => bench.hear(person, at);
    }),
  ];
  await inLanes(4, shuffled(random, [...acts, ...acts.filter(() => random() < 0.5)]));
  await bench.hear(known[2] as PersonRef, noon);
  const person = await bench.people.find('acme', pick(random, known), bench.now());
  for (const purpose of acme.purposes) {
    const { purposeId } = purpose;
    const shown = consentState(person?.subject.registers ?? {}, purpose, bench.now()).state === 'opted-in';
    const expected = isOptedIn(
      history.map((said) => ({ ...said, second: said.second })),
      purposeId,
      isMarketing,
    );
    if (shown !== expected)
      throw new Error(`Seed ${seed + n}: ${purposeId} is ${shown} in the store on ${JSON.stringify(history)}`);
  }
  const last = Math.max(noon, ...inbound);
  if (person?.window.lastInboundAt !== last)
    throw new Error(`Seed ${seed + n}: the window says ${person?.window.lastInboundAt}, not ${last}`);
}

test(`${sequences} sequences against the store on the emulator, four lanes at a time`, async () => {
  const batch = 500;
  for (let from = 0; from < sequences; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, sequences - from) }, (_, index) => from + index);
    bench = await ledgerBench();
    bench.setNow(noon + 3_600_000);
    await inLanes(
      8,
      numbers.map((n) => () => sequence(n)),
    );
    expect(await auditTable(bench)).toMatchObject({ subjects: numbers.length, faults: [] });
  }
  console.log(`store: ${sequences} sequences tried, seeds from ${seed}`);
}, 1_200_000);

test(`no check that begins after a stop was acknowledged says yes (${revocations} times)`, async () => {
  bench = await ledgerBench();
  bench.setNow(noon + 3_600_000);
  let afterAcknowledgement = 0;
  const jobs = Array.from({ length: revocations }, (_, n) => async () => {
    const pair = { phone: `14156${String(n).padStart(6, '0')}`, bsuid: `US.R${n}` };
    await bench.say(pair, { provider: true, level: 3, source: 'whatsapp-message', saidAt: noon });
    let acknowledged = false;
    const stop = bench
      .say(
        { bsuid: pair.bsuid },
        {
          action: 'revoked',
          purposes: 'all',
          provider: true,
          level: 3,
          source: 'whatsapp-message',
          saidAt: noon + 1000,
        },
      )
      .then(() => {
        acknowledged = true;
      });
    const check = async () => {
      const begunAfter = acknowledged;
      const known = await bench.people.find('acme', { phone: pair.phone }, bench.now());
      const facts = known === undefined ? unknownPerson : { ...known.subject, window: known.window };
      const { decision } = eligibility(facts, acme, { purpose: 'offers', message: 'template' }, bench.now());
      if (begunAfter) afterAcknowledgement += 1;
      if (begunAfter && decision === 'allow')
        throw new Error(`Person ${n} was allowed after the stop was acknowledged`);
    };
    await check();
    await check();
    await stop;
    await check();
  });
  await inLanes(4, jobs);
  console.log(`revocations: ${revocations} tried, ${afterAcknowledgement} checks began after the acknowledgement`);
  expect(afterAcknowledgement).toBeGreaterThanOrEqual(revocations);
}, 1_200_000);
