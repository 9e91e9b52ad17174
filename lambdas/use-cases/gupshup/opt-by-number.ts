import type { App } from '../../domain/app/app.ts';
import { DomainError, EventIdReusedError, isRefusal } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { type SealDeps, sealOptIn } from '../collection/seal-reported.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Clock, Ledger, RecordedStatement } from '../ledger/ports.ts';
import { type Reported, recordOptIn, recordOptOut } from '../ledger/record-reported.ts';

/** An opt-in that names nothing but a number, and the app does not say what stands behind it. */
export class BareOptInError extends DomainError {
  readonly code = 'no-evidence';
}

export interface OptByNumberDeps extends SealDeps {
  readonly ledger: Ledger;
  readonly now: Clock;
}

export interface OptByNumber {
  /** Each line once, with the number as it was written. */
  readonly numbers: readonly { readonly written: string; readonly person: PersonRef }[];
  /** The key that reports it. */
  readonly keyId: string;
}

/** How many people are recorded at a time. */
const atOnce = 8;

/**
 * Records opt-ins that name nothing but a number: what the app says stands behind them is their evidence, and that nothing else was said
 * (`documentRef`). They are reports of the business (level 2), like any others of its API.
 *
 * A call with several numbers that failed for one of them comes again whole, and nothing tells it from a new one. So of such calls each number
 * counts once in a day (UTC) for a key and a notice: whoever was recorded, and said no since, is not opted in by the repetition.
 *
 * @throws BareOptInError where the app says nothing of the kind; InvalidInputError for a notice version that was never published
 */
export async function optInByNumber(
  deps: OptByNumberDeps,
  app: App,
  { numbers, keyId }: OptByNumber,
): Promise<readonly (RecordedStatement | 'repeated')[]> {
  const behind = app.gupshup?.bareOptIn;
  if (behind === undefined) {
    throw new BareOptInError(
      'An opt-in needs evidence, and this call has none. Say in the setting gupshup.bareOptIn of the app which notice and purposes stand ' +
        'behind such calls, or record it by POST /v1/apps/{appId}/opt-ins.',
    );
  }
  const { purposes, noticeId, noticeVersion } = behind;
  const evidence = { noticeId, noticeVersion, documentRef: 'gupshup:opt-in', operator: keyId };
  const saidAt = deps.now();
  const day = new Date(saidAt).toISOString().slice(0, 10);
  const eventIdOf = ({ phone }: PersonRef) =>
    numbers.length > 1 ? `gupshup|${keyId}|${noticeId}@${noticeVersion}|${day}|${phone}` : undefined;
  return inLanes(
    numbers,
    ({ written }) => [written],
    async ({ written, person }) => {
      const reported = { ...reportOf(written, person), purposes, saidAt, evidence, eventId: eventIdOf(person) };
      const sealed = await sealOptIn(deps, app, reported);
      return recordOptIn(deps.ledger, app, sealed).catch((error: unknown) => {
        // Its time is another than that of the first, and that is all that differs.
        if (error instanceof EventIdReusedError) return 'repeated' as const;
        throw error;
      });
    },
    atOnce,
  );
}

/**
 * Records a reported no to everything for each of them (level 2), whatever becomes of the others.
 *
 * @throws what kept one of them from being recorded, once all others are; what may be tried again first
 */
export async function optOutByNumber(
  { ledger, now }: Pick<OptByNumberDeps, 'ledger' | 'now'>,
  app: App,
  { numbers, keyId }: OptByNumber,
): Promise<readonly RecordedStatement[]> {
  const evidence = { documentRef: 'gupshup:opt-out', operator: keyId };
  const saidAt = now();
  const failures: unknown[] = [];
  const recorded = await inLanes(
    numbers,
    ({ written }) => [written],
    async ({ written, person }) => {
      const reported = { ...reportOf(written, person), purposes: 'all', saidAt, evidence } as const;
      return recordOptOut(ledger, app, reported).catch((failure: unknown) => void failures.push(failure));
    },
    atOnce,
  );
  if (failures.length > 0) throw failures.find((failure) => !isRefusal(failure)) ?? failures[0];
  return recorded.flatMap((each) => each ?? []);
}

function reportOf(written: string, person: PersonRef): Pick<Reported, 'user' | 'source' | 'by'> {
  return { user: { person, identifiers: { phone: written } }, source: 'api', by: 'data-subject' };
}
