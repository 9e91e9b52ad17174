import { beforeAll, expect, test } from 'vitest';
import type { App } from '../../lambdas/domain/app/app.ts';
import { portfolioCount } from '../../lambdas/domain/app/portfolios.ts';
import { unknownPerson } from '../../lambdas/domain/eligibility/decision.ts';
import { eligibility } from '../../lambdas/domain/eligibility/eligibility.ts';
import { EventIdReusedError, IdentityConflictError, InvalidInputError } from '../../lambdas/domain/errors.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { asNamed, asWritten } from '../../lambdas/domain/identity/portfolio.ts';
import type { KnownPerson } from '../../lambdas/domain/identity/subject.ts';
import { factsOf } from '../../lambdas/use-cases/eligibility/facts-of.ts';
import type { RecordedStatement } from '../../lambdas/use-cases/ledger/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { auditTable } from '../support/table/table-audit.ts';
import { type Act, type Answered, IdentityWorld, named } from './identity-world.ts';
import { lostStop } from './lost-stop.ts';
import { arrivedAcross, bsuids, laterBsuids, phones, randomActs, randomActsAcross } from './random-acts.ts';
import { seededRandom, shuffled } from './random-history.ts';
import { sizeOf } from './size.ts';

const histories = Number(process.env.HISTORIES ?? sizeOf(15, 120, 1_500));
const seed = Number(process.env.SEED ?? 20261128);
const names = [...phones, ...bsuids, ...laterBsuids];

/** The app in its second portfolio. */
const moved: App = {
  ...acme,
  portfolios: {
    now: 1,
    known: [
      { portfolioId: '10001', wabaIds: ['102290129340398'] },
      { portfolioId: '10002', wabaIds: ['102290129340399'] },
    ],
  },
};

let bench: LedgerBench;
beforeAll(async () => {
  bench = await ledgerBench();
});

/** An act as it is delivered: some a second time, some by the userId that an earlier one was answered with. */
interface Delivery {
  readonly act: Act;
  /** Its place among the deliveries; a retry has that of the first. */
  readonly n: number;
  readonly isRetry: boolean;
  /** The delivery whose answer it names. */
  readonly userOf?: number;
}

/** In half of the histories in the order of the acts, else in any; in every other one the app goes to another portfolio. */
function randomDeliveries(random: () => number, isAcross: boolean): Delivery[] {
  const acts = isAcross ? randomActsAcross(random) : randomActs(random);
  const any = isAcross ? arrivedAcross : shuffled;
  const first = (random() < 0.5 ? acts : any(random, acts)).map((act, n): Delivery => {
    const byUser = act.act.startsWith('api') && n > 0 && random() < 0.25;
    if (!byUser) return { act, n, isRetry: false };
    const alone = { act: act.act, at: act.at } as Act;
    return { act: random() < 0.7 ? alone : act, n, isRetry: false, userOf: Math.floor(random() * n) };
  });
  const deliveries = [...first];
  for (const delivery of first) {
    if (random() > 0.3 || delivery.act.act === 'portfolio') continue;
    const at = deliveries.indexOf(delivery) + 1;
    deliveries.splice(at + Math.floor(random() * (deliveries.length - at + 1)), 0, { ...delivery, isRetry: true });
  }
  return deliveries;
}

type Answers = Map<number, { readonly world: Answered; readonly store: RecordedStatement }>;

/** Area codes of numbers to which marketing arrives. */
const canadian = ['204', '226', '236'] as const;

/** One history, on the store and on the world. */
class Both {
  readonly world = new IdentityWorld();
  readonly answers: Answers = new Map();
  readonly acts: Act[] = [];
  stricter = 0;
  private readonly h: string;
  private app: App = acme;

  constructor(n: number) {
    this.h = String(n).padStart(5, '0');
  }

  name(name: string): PersonRef {
    const { phone } = named(name);
    return phone === undefined
      ? { bsuid: `CA.${this.h}${name}` }
      : { phone: `1${canadian[phones.indexOf(phone)]}${this.h}55` };
  }

  private person(act: { readonly phone?: string | undefined; readonly bsuid?: string | undefined }): PersonRef {
    return {
      ...(act.phone !== undefined && this.name(act.phone)),
      ...(act.bsuid !== undefined && this.name(act.bsuid)),
    };
  }

  async perform({ act, n, userOf }: Delivery): Promise<void> {
    if (act.act === 'portfolio') {
      this.app = moved;
      this.world.perform(act);
      return;
    }
    const user = userOf === undefined ? undefined : this.answers.get(userOf);
    const namesNobody = act.act !== 'change' && act.phone === undefined && act.bsuid === undefined;
    if (namesNobody && user === undefined) return;
    const before = this.answers.get(n);
    const done = act.act.startsWith('api') && user !== undefined ? { ...act, user: user.world.user } : act;
    const [world, store] = [this.world.perform(done as Act, before?.world), await this.tell(act, n, user?.store)];
    this.acts.push(act);
    if (store === undefined) return;
    if (before !== undefined) {
      if (
        store === 'refused' ||
        store.userId !== before.store.userId ||
        store.ref !== before.store.ref ||
        !store.replayed
      )
        throw new Error(`the retry of ${JSON.stringify(act)} is answered ${JSON.stringify(store)}`);
      return;
    }
    if ((store === 'refused') !== (world === undefined))
      throw new Error(`${JSON.stringify(act)} is ${store === 'refused' ? 'refused' : 'taken'} in the store only`);
    if (store !== 'refused' && world !== undefined) this.answers.set(n, { world, store });
  }

  private async tell(
    act: Act,
    n: number,
    user: RecordedStatement | undefined,
  ): Promise<RecordedStatement | 'refused' | undefined> {
    bench.setNow(bench.now() + 1);
    const eventId = `${this.h}-${n}`;
    const at = noon + act.at * 1000;
    const person = this.person(act);
    if (act.act === 'hear') {
      await bench.ledger.noteInbound(this.app, { person, at, eventId });
      return undefined;
    }
    if (act.act === 'change') {
      const becomes = this.name(act.to);
      await bench.ledger.changeIdentifiers(this.app, { person, becomes, at, eventId, evidence: {} });
      return undefined;
    }
    const isNo = act.act.endsWith('no');
    try {
      const isProvider = !act.act.startsWith('api');
      const named = { ...person, ...(user !== undefined && { userId: user.userId }) };
      return await bench.sayTo(this.app, isProvider ? named : this.asCaller(named), {
        action: isNo ? 'revoked' : act.act === 'start' ? 'resumed' : 'granted',
        purposes: isNo || act.act === 'start' ? 'all' : ['offers'],
        saidAt: at,
        eventId,
        ...(isProvider && { provider: true, level: 3, source: 'whatsapp-message' }),
      });
    } catch (error) {
      const refusals = [IdentityConflictError, EventIdReusedError, InvalidInputError];
      if (refusals.some((each) => error instanceof each)) return 'refused';
      throw error;
    }
  }

  /** Callers write BSUIDs as Meta does. */
  private asCaller({ bsuid, ...person }: PersonRef): PersonRef {
    return bsuid === undefined ? person : asNamed({ ...person, bsuid: asWritten(bsuid) }, portfolioCount(this.app));
  }

  /** What is wrong in the end. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    const asked = names.map((name) => this.asCaller(this.name(name)));
    const many = await bench.people.findMany('acme', asked, true);
    for (const [index, written] of names.entries()) {
      const name = this.world.meantBy(written);
      const one = allows(await bench.people.find('acme', asked[index] ?? {}, bench.now()), this.app);
      const inBulk = many[index];
      if (inBulk instanceof Error || allows(inBulk, this.app) !== one) faults.push(`${name} differs in bulk`);
      const expected = this.world.allows(name);
      if (one && !expected) faults.push(`${name} is allowed in the store only`);
      // A no that is tried again may reach whoever has the number by now.
      if (!one && expected) this.stricter += 1;
      const stop = one ? lostStop(name, this.acts) : undefined;
      if (stop !== undefined) faults.push(`the stop of ${name} at ${stop} is lost`);
    }
    const users = [...new Set([...this.answers.values()].map(({ store }) => store.userId))].map((userId) => ({
      userId,
    }));
    const found = await bench.people.findMany('acme', users, false);
    for (const [index, user] of users.entries()) {
      const one = await bench.people.find('acme', user, bench.now());
      const inBulk = found[index];
      if (one === undefined || inBulk instanceof Error || inBulk?.subject.userId !== one.subject.userId)
        faults.push(`${user.userId} does not resolve`);
    }
    return faults;
  }
}

function allows(found: KnownPerson | undefined, app: App): boolean {
  const facts = found === undefined ? unknownPerson : factsOf(found);
  return eligibility(facts, app, { purpose: 'offers', message: 'template' }, bench.now()).decision === 'allow';
}

interface Tried {
  readonly deliveries: readonly Delivery[];
  readonly allowed: number;
}

/** @throws with the seed and the deliveries, which repeat it */
async function history(n: number): Promise<Tried> {
  const deliveries = randomDeliveries(seededRandom(seed + n), (seed + n) % 2 === 1);
  const both = new Both(n);
  const told = (what: string) =>
    `Seed ${seed + n} (${deliveries.length}): ${what}\n${deliveries.map((each) => JSON.stringify(each)).join('\n')}`;
  let faults: string[];
  try {
    for (const delivery of deliveries) await both.perform(delivery);
    faults = await both.faults();
  } catch (error) {
    throw new Error(told(error instanceof Error ? error.message : String(error)), { cause: error });
  }
  if (faults.length > 0) throw new Error(told(faults.join('; ')));
  return { deliveries, allowed: names.filter((name) => both.world.allows(name)).length };
}

test(`${histories} histories of numbers that change hands, on the store and in the world`, async () => {
  const failed: Error[] = [];
  let [deliveries, allowed] = [0, 0];
  for (let from = 0; from < histories; from += 500) {
    const waiting = Array.from({ length: Math.min(500, histories - from) }, (_, index) => from + index);
    bench = await ledgerBench();
    bench.setNow(noon + 1_000_000);
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
          try {
            const tried = await history(n);
            deliveries += tried.deliveries.length;
            allowed += tried.allowed;
          } catch (error) {
            failed.push(error as Error);
          }
        }
      }),
    );
    expect((await auditTable(bench)).faults).toEqual([]);
  }
  const shortest = failed.sort((a, b) => a.message.split('\n').length - b.message.split('\n').length);
  if (failed.length > 0)
    throw new Error(
      `${failed.length} failed; ${shortest
        .slice(0, 5)
        .map(({ message, cause }) => `${message}\n${cause ? (cause as Error).stack : ''}`)
        .join('\n\n')}`,
    );
  console.log(
    `identity in the store: ${histories} histories, ${deliveries} deliveries, seeds from ${seed}; ${allowed} allowed`,
  );
}, 1_200_000);
