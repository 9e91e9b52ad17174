import { type SamplePerson, samplePeople, seeded } from './sample-people.ts';

/** What somebody of the sample does. */
export type Deed =
  /** Opens the point, ticks, and sends what is ready. */
  | { readonly does: 'poster' | 'landing' | 'widget'; readonly purposes: readonly string[]; readonly sends: boolean }
  | { readonly does: 'sms' | 'says'; readonly text: string }
  /** Signs at the till, and the business reports it. */
  | { readonly does: 'paper'; readonly purposes: readonly string[]; readonly documentRef: string }
  /** Stops or resumes marketing in WhatsApp's own settings. */
  | { readonly does: 'switch'; readonly value: 'stop' | 'resume' }
  | { readonly does: 'calls' };

export interface PlannedAct {
  /** Milliseconds before now. */
  readonly ago: number;
  readonly person: SamplePerson;
  readonly deed: Deed;
}

/** What is done at one moment of the moved clock, in the order of each person. */
export interface Moment {
  readonly ago: number;
  readonly acts: readonly PlannedAct[];
}

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const year = 365;

const words = {
  en: {
    stops: ['STOP', 'Stop please', 'unsubscribe'],
    unclear: 'cancel my sign-up, I am not sure',
    hello: ['Are you open on Sunday?', 'Is the Ethiopia back?', 'Thanks!'],
    start: 'START',
  },
  es: {
    stops: ['ALTO', 'BAJA', 'Alto por favor'],
    unclear: 'quiero salir',
    hello: ['¿Abren el domingo?', '¿Ya hay café de Oaxaca?', '¡Gracias!'],
    start: 'ALTA',
  },
} as const;

/**
 * A year of a business, the same with each run: who says yes, how, and what they do later. The shares are made up.
 *
 * @param count how many people the business knows in the end; some more tick on a page, send nothing, and are nobody
 */
export function planSample(count = 1_000): readonly Moment[] {
  let known = 0;
  const pick = seeded(2_026);
  const among = <Item>(list: readonly Item[]): Item => list[Math.floor(pick() * list.length)] as Item;
  const acts: PlannedAct[] = [];

  for (const [index, person] of samplePeople(count + count / 10).entries()) {
    if (known === count) break;
    // More come with each month; nobody joins on the first two days.
    const joined = Math.floor(2 + (year - 3) * Math.sqrt(pick()));
    const { stops, unclear, hello, start } = words[person.language];
    const at = (days: number, deed: Deed): void => {
      if (days < year) acts.push({ ago: (year - days) * day, person, deed });
    };
    const purposes = among([['offers'], ['offers', 'events'], ['offers', 'events'], ['events']]);
    // Who has a username comes without a number: a page that asks for one, SMS and paper are not for them.
    const way = person.username === undefined ? pick() : pick() * 0.3;
    if (way < 0.3) at(joined, { does: 'poster', purposes, sends: pick() < 0.9 });
    else if (way < 0.45) at(joined, { does: 'landing', purposes, sends: pick() < 0.8 });
    else if (way < 0.66) at(joined, { does: 'widget', purposes, sends: pick() < 0.85 });
    else if (way < 0.78) at(joined, { does: 'sms', text: 'OPTIN LUNA' });
    else at(joined, { does: 'paper', purposes: [...purposes, 'orders'], documentRef: `card ${1_000 + index}` });

    const [first] = acts.slice(-1);
    const sends = first?.deed.does === 'landing' || first === undefined || !('sends' in first.deed) || first.deed.sends;
    if (!sends) continue;
    known += 1;
    const later = joined + 3 + Math.floor(pick() * 120);
    const fate = pick();
    if (fate < 0.11) {
      at(later, way >= 0.66 && way < 0.78 ? { does: 'sms', text: 'STOP' } : { does: 'says', text: among(stops) });
      if (pick() < 0.2) at(later + 9, { does: 'says', text: start });
    } else if (fate < 0.14) at(later, { does: 'switch', value: 'stop' });
    else if (fate < 0.155) at(later, { does: 'says', text: unclear });
    else if (fate < 0.4) at(later, { does: 'says', text: among(hello) });
    else if (fate < 0.42) at(later, { does: 'calls' });
    // The last day: whose windows are open now, and who is still to be understood.
    if (pick() < 0.06)
      acts.push({ ago: among([1, 3, 6, 11, 17, 22]) * hour, person, deed: { does: 'says', text: among(hello) } });
    if (index % 250 === 77) acts.push({ ago: 2 * hour, person, deed: { does: 'says', text: unclear } });
  }
  return moments(acts, pick);
}

/** Acts of one day happen at one moment of it, so that the clock is moved once a day. */
function moments(acts: readonly PlannedAct[], pick: () => number): Moment[] {
  const byTime = Map.groupBy(acts, ({ ago }) => ago);
  return [...byTime]
    .toSorted(([a], [b]) => b - a)
    .map(([ago, together]) => ({ ago: ago > 2 * day ? ago - Math.floor(pick() * 11 * hour) : ago, acts: together }));
}
