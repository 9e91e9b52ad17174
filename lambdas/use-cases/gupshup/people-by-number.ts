import type { App } from '../../domain/app/app.ts';
import { type AnswerToAll, answerToAll } from '../../domain/eligibility/answer-to-all.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../ledger/ports.ts';
import { listUsers } from '../people/list-users.ts';
import type { PagePosition, UserDirectory } from '../people/ports.ts';

/** A list that is to be whole, and would not fit into one answer: half of it must not look like all. */
export class ListTooLongError extends DomainError {
  readonly code = 'list-too-long';
}

export interface PeopleByNumberDeps {
  readonly directory: Pick<UserDirectory, 'list' | 'shareOf'>;
  readonly now: Clock;
  /** What is left for the call, in milliseconds. */
  readonly timeLeft: () => Milliseconds;
}

/** Somebody with a number who said yes or no. */
export interface PersonByNumber extends AnswerToAll {
  /** Canonical digits. */
  readonly phone: string;
  /** Known for 24 hours. */
  readonly lastInboundAt?: Milliseconds | undefined;
}

/** So many fit into one answer of a function (6 MB), and are read in its time. */
export const mostInOneAnswer = 20_000;
/** People of one read. */
const atOnce = 250;
/** Nothing more is read when only so much is left, in milliseconds. */
const toAnswerIn = 3000;

/**
 * People by their numbers, each with one answer to all. A page ends early when the time of the call is over.
 *
 * @param limit absent = all of them
 * @throws ListTooLongError where all of them do not fit
 */
export async function peopleByNumber(
  { directory, now, timeLeft }: PeopleByNumberDeps,
  app: App,
  page: { readonly limit?: number | undefined; readonly from?: PagePosition | undefined },
): Promise<{ readonly people: readonly PersonByNumber[]; readonly next: PagePosition | undefined }> {
  const time = now();
  const deps = { directory, countryOf: () => undefined, clock: now };
  const most = page.limit ?? mostInOneAnswer;
  const people: PersonByNumber[] = [];
  let { from } = page;
  do {
    const limit = Math.min(atOnce, most - people.length);
    const read = await listUsers(deps, app, {}, { limit, from }, time);
    for (const { subject, window } of read.data) {
      const said = subject.phone === undefined ? undefined : answerToAll(subject, app, time);
      if (said === undefined || subject.phone === undefined) continue;
      people.push({ ...said, phone: subject.phone, lastInboundAt: window.lastInboundAt });
    }
    from = read.next;
  } while (from !== undefined && people.length < most && timeLeft() > toAnswerIn);
  if (from !== undefined && page.limit === undefined) {
    throw new ListTooLongError(
      `This app has more people than fit into one answer (${mostInOneAnswer}). Ask page by page with ?limit=1000 and the cursor that each ` +
        'page gives, or use an export.',
    );
  }
  return { people, next: from };
}
