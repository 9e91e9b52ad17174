import { type App, marketingOf } from '../app/app.ts';
import { consentState } from '../consent/consent-state.ts';
import type { Registers } from '../consent/registers.ts';
import { type InMarketing, isGranted, namedPurposes, purposesIn, standing } from '../consent/standing.ts';
import type { Statement } from '../consent/statement.ts';
import { isPlatformStopped, type PlatformStop } from '../identity/subject.ts';
import { type Milliseconds, toSeconds } from '../time.ts';

/** What acts count at collection points. */
export const chargeNames = [
  'ticked',
  'sentToChat',
  'chats',
  'calls',
  'requests',
  'confirmed',
  'optIns',
  'optOuts',
  'stops',
  'platformStops',
] as const;

/** One thing to count at a collection point. */
export interface Charge {
  readonly point: string;
  readonly count: (typeof chargeNames)[number];
}

/** The purposes that somebody became opted in to by one act, and those that ended. Expiry is no act. */
export interface Flips {
  readonly won: readonly string[];
  readonly lost: readonly string[];
}

/**
 * What a statement flips of one person, as of when it was said: what had expired by then is won again when it is renewed, and lost by no
 * stop.
 */
export function flipsOf(
  before: Registers,
  after: Registers,
  { saidAt }: Pick<Counted, 'saidAt'>,
  settings: App['purposes'] = [],
): Flips {
  const purposes = [...new Set([...namedPurposes(before), ...namedPurposes(after)])].sort();
  const flipped = (from: Registers, to: Registers) =>
    purposes.filter((each) => !isOptedIn(from, each, saidAt, settings) && isOptedIn(to, each, saidAt, settings));
  return { won: flipped(before, after), lost: flipped(after, before) };
}

function isOptedIn(registers: Registers, purposeId: string, at: Milliseconds, settings: App['purposes']): boolean {
  const purpose = settings.find((each) => each.purposeId === purposeId) ?? { purposeId, category: 'marketing' };
  return consentState(registers, purpose, at).state === 'opted-in';
}

/** A statement as far as it counts somewhere. */
export type Counted = Pick<Statement, 'action' | 'purposes' | 'point' | 'saidAt' | 'source'> & {
  /** When that which it confirms was ticked on a page. */
  readonly tickedAt?: Milliseconds | undefined;
};

/**
 * What a statement counts at collection points: a request, a yes and an opt-in where they happened, the end of an opt-in where the opt-in
 * came from, however many of its purposes end. Nothing counts that changes nothing, except that a request was made, or what was ticked
 * confirmed.
 *
 * @param before registers without the statement; @param after with it
 * @param settings of the app's purposes: an opt-in that had expired by then is one again when it is renewed
 */
export function chargesOf(
  before: Registers,
  after: Registers,
  statement: Counted,
  settings: App['purposes'] = [],
): Charge[] {
  const inMarketing = marketingOf({ purposes: settings });
  const isHeld = (registers: Registers, purpose: string) => isGranted(registers, purpose, inMarketing(purpose));
  const { action, purposes, point, saidAt } = statement;
  const charges: Charge[] = [];
  if (point !== undefined && action === 'requested') charges.push({ point, count: 'requests' });
  const heldBefore = (purposeId: string) => isOptedIn(before, purposeId, saidAt, settings);
  const named = purposesIn(purposes, after, inMarketing);
  const won = named.some((purpose) => isHeld(after, purpose) && !heldBefore(purpose));
  if (point !== undefined && action === 'granted') {
    // A page behind a personal link takes the yes itself: its form makes no choice.
    if (isOfLink(statement)) charges.push({ point, count: 'ticked' });
    const isTicked = isOfLink(statement) || statement.tickedAt !== undefined;
    const isNew = !named.every((purpose) => wasConfirmed(before, purpose, inMarketing, statement));
    const holds = named.some((purpose) => isHeld(after, purpose));
    if (isTicked ? isNew && holds : won) charges.push({ point, count: 'confirmed' });
    if (won) charges.push({ point, count: 'optIns' });
  }
  const lost = namedPurposes(before).filter((purpose) => isHeld(before, purpose) && !isHeld(after, purpose));
  const count = purposes === 'all' ? 'stops' : 'optOuts';
  return [...charges, ...pointsOfGrants(before, lost, inMarketing).map((from) => ({ point: from, count }) as const)];
}

const isOfLink = ({ source }: Counted): boolean => source === 'personal-link' || source === 'preference-page';

/** Whether a purpose was confirmed at the same point since it was ticked: the same words again, or a form that was sent twice. */
function wasConfirmed(
  before: Registers,
  purpose: string,
  inMarketing: InMarketing,
  { point, tickedAt }: Counted,
): boolean {
  const found = standing(before, purpose, inMarketing(purpose));
  if (tickedAt === undefined || found.stands !== 'granted') return false;
  return found.by.point === point && found.by.at >= toSeconds(tickedAt);
}

/** What WhatsApp's own stop of marketing counts: at the points that brought the marketing opt-ins that it stops. */
export function platformStopCharges(
  app: Pick<App, 'purposes'>,
  registers: Registers,
  before: PlatformStop,
  after: PlatformStop,
): Charge[] {
  if (isPlatformStopped(before) || !isPlatformStopped(after)) return [];
  const marketing = app.purposes.filter(({ category }) => category === 'marketing');
  return pointsOfGrants(
    registers,
    marketing.map(({ purposeId }) => purposeId),
    marketingOf(app),
  ).map((point) => ({ point, count: 'platformStops' }));
}

/** The points that brought the grants which stand for some purposes, each once. */
function pointsOfGrants(registers: Registers, purposes: readonly string[], inMarketing: InMarketing): string[] {
  const points = purposes.flatMap((purpose) => {
    const found = standing(registers, purpose, inMarketing(purpose));
    return found.stands === 'granted' && found.by.point !== undefined ? [found.by.point] : [];
  });
  return [...new Set(points)].sort();
}
