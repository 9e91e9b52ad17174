import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../../client/src/index.ts';
import { api, type components, dataOf } from '../api/client.ts';
import type { Values } from '../kit/form.tsx';
import { foundHere } from '../kit/kept-form.ts';
import { ticked } from '../kit/ticked.ts';
import { linesOf } from '../kit/values.ts';
import { poolOfStage } from '../session/pool-sign-in.ts';

export type Person = components['schemas']['Person'];
export type Role = Person['role'];

export const roles = ['owner', 'marketer', 'support', 'auditor'] as const satisfies readonly Role[];

export const isRemoved = ({ removedAt }: Person): boolean => removedAt !== undefined;

/** Everybody, those who are here first, by their address; null = this stage has no user pool, and nobody signs in. */
async function readTeam(): Promise<readonly Person[] | null> {
  if ((await poolOfStage()) === undefined) return null;
  const all: Person[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const page = await dataOf(api.GET('/v1/people', { params: { query } }));
    all.push(...page.data);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return all.sort((a, b) => Number(isRemoved(a)) - Number(isRemoved(b)) || a.email.localeCompare(b.email));
}

/** @param enabled false where they may not be seen */
export const useTeam = (enabled = true) => useQuery({ queryKey: ['team'], queryFn: readTeam, enabled });

/** Whether without this person nobody could appoint anybody. */
export const isLastOwner = (person: Person, all: readonly Person[]): boolean =>
  person.role === 'owner' &&
  !isRemoved(person) &&
  all.filter((each) => each.role === 'owner' && !isRemoved(each)).length === 1;

/** What a form of an appointment begins with. */
export const appointmentValues = ({ role, apps, numbers }: Pick<Person, 'role' | 'apps' | 'numbers'>): Values => ({
  '/role': role,
  reach: apps === 'all' ? 'all' : 'some',
  '/apps': apps === 'all' ? '' : apps.join('\n'),
  '/numbers': role === 'marketer' && numbers ? ticked : '',
});

/** What was chosen, as it is sent: an owner has every app, and only of a marketer is it said whether numbers are seen. */
export function appointmentOf(values: Values): { role: Role; apps?: 'all' | string[]; numbers?: boolean } {
  const role = roles.find((each) => each === values['/role']) as Role;
  return {
    role,
    ...(role !== 'owner' && { apps: values.reach === 'all' ? 'all' : linesOf(values['/apps']) }),
    ...(role === 'marketer' && { numbers: values['/numbers'] === ticked }),
  };
}

/** A refusal of a person as such is told above the form, in the language of the page. */
export async function inWords<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    const isTold = error instanceof ProblemError && (error.code === 'last-owner' || error.code === 'no-sign-in');
    throw isTold ? foundHere([{ pointer: '', code: String(error.code) }]) : error;
  }
}
