import { portfolioOf } from '../../lambdas/domain/identity/portfolio.ts';
import type { Act } from './identity-world.ts';

/** What a provider's payload or notice shows. */
type Shown = Exclude<Act, { act: 'api-yes' | 'api-no' | 'portfolio' }>;

/**
 * The property of semantics 5, read from the acts alone, without a look at any decision: whatever API calls come between, a
 * first-hand no of an identifier is ended only by an act that a payload proves to come from that identifier or from one proven to be
 * the same person's, or by a proven new holder.
 *
 * @returns when the no was said that nothing has ended, for an identifier that may be written to
 */
export function lostStop(name: string, acts: readonly Act[]): number | undefined {
  const shown = acts.filter(isShown);
  const same = provenSame(name, shown);
  if (mayHaveNewHolder(name, same, shown)) return undefined;
  const stops = shown.filter((act) => act.act === 'no' && namesOf(act).includes(name));
  const yes = shown.filter(
    (act) => (act.act === 'yes' || act.act === 'start') && namesOf(act).some((each) => same.has(each)),
  );
  return stops.find((stop) => !yes.some(({ at }) => at > stop.at))?.at;
}

function isShown(act: Act): act is Shown {
  return act.act !== 'portfolio' && !act.act.startsWith('api');
}

/** Whether anybody ever said yes for an identifier, or for one that payloads proved to be the same person's. */
export function hasYes(name: string, acts: readonly Act[]): boolean {
  const same = provenSame(name, acts.filter(isShown));
  return acts.some(
    (act) =>
      (act.act === 'yes' || act.act === 'start' || act.act === 'api-yes') &&
      [act.phone, act.bsuid].some((each) => each !== undefined && same.has(each)),
  );
}

function namesOf(act: Shown): string[] {
  const to = act.act === 'change' ? act.to : undefined;
  return [act.phone, act.bsuid, to].filter((name) => name !== undefined);
}

/** Everything that payloads and notices ever showed together with the identifier, over any number of steps. */
function provenSame(name: string, shown: readonly Shown[]): ReadonlySet<string> {
  const same = new Set([name]);
  for (let size = 0; size < same.size; ) {
    size = same.size;
    for (const names of shown.map(namesOf))
      if (names.some((each) => same.has(each))) names.map((each) => same.add(each));
  }
  return same;
}

/** A BSUID never changes hands. A number may have where a notice names it, or where more than one BSUID of a portfolio or number is in play. */
function mayHaveNewHolder(name: string, same: ReadonlySet<string>, shown: readonly Shown[]): boolean {
  if (name < 'a') return false;
  if (shown.some((act) => act.act === 'change' && (act.phone === name || act.to === name))) return true;
  const partners = new Set(shown.flatMap((act) => (act.phone === name && act.bsuid !== undefined ? [act.bsuid] : [])));
  if (partners.size === 0) return false;
  const portfolios = new Set([...partners].map(portfolioOf));
  return partners.size > portfolios.size || [...same].some((each) => each !== name && each >= 'a');
}
