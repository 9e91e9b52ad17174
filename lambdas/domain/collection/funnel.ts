import type { Day } from '../day.ts';
import {
  type CollectionPoint,
  type CountName,
  countNames,
  isShown,
  leadsToChat,
  type PointCounts,
} from './collection-point.ts';

/** What was counted at a point on one day. */
export interface CountedDay {
  readonly day: Day;
  readonly counts: PointCounts;
}

/** With fewer people at the first step nothing is said about where they are lost. */
export const fewestForLoss = 20;

/** The longest range of days that is asked for at once. */
export const mostDays = 400;

/**
 * The steps that a person takes at a point, in their order; none where people are not met on a page or in a chat of ours, and none for
 * preference pages: who comes there to leave is not lost.
 */
export function stepsOf({ kind, opens }: Pick<CollectionPoint, 'kind' | 'opens'>): readonly CountName[] {
  if (kind === 'personal-link') return ['shown', 'ticked', 'confirmed'];
  // WhatsApp's own screen takes the yes; there is no chat.
  if (kind === 'in-app-signup') return ['sentToChat', 'confirmed'];
  if (leadsToChat(kind) && (opens === 'chat' || !isShown(kind))) return ['sentToChat', 'chats'];
  if (isShown(kind) && kind !== 'preference-page') return ['shown', 'ticked', 'sentToChat', 'confirmed'];
  return [];
}

/** The step that most people do not take who took the one before; the first of several. Null with too few people, or when all go on. */
export function lostAt(steps: readonly CountName[], counts: PointCounts): CountName | null {
  const [first, ...others] = steps;
  if (first === undefined || counts[first] < fewestForLoss) return null;
  let lost: { readonly step: CountName | null; readonly people: number } = { step: null, people: 0 };
  for (const [index, step] of others.entries()) {
    const people = counts[steps[index] ?? first] - counts[step];
    if (people > lost.people) lost = { step, people };
  }
  return lost.step;
}

/** What several counts come to together; of none, nothing of everything. */
export function sumOf(all: readonly Partial<PointCounts>[]): PointCounts {
  const sum = (name: CountName): number => all.reduce((total, each) => total + (each[name] ?? 0), 0);
  return Object.fromEntries(countNames.map((name) => [name, sum(name)])) as PointCounts;
}
