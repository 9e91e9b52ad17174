import type { Stage } from './stage.ts';

/** How bad it is: something that people say is lost or nobody can be asked; it will be; it is worth knowing. */
export const severities = ['broken', 'should', 'note'] as const;
export type Severity = (typeof severities)[number];

/** One thing that the doctor found. Holds no value of a secret, and nobody's number but those of the apps. */
export interface Finding {
  readonly severity: Severity;
  /** What it is, as a sentence. */
  readonly what: string;
  /** Who is hurt, and how, as a sentence. */
  readonly hurt: string;
  /** What to do, as a sentence or a command. */
  readonly todo: string;
}

/** A part of the stage that is read and judged by itself: what cannot be read is said, and keeps nothing else from being judged. */
export interface Area {
  readonly name: string;
  /** @throws whatever keeps it from being read */
  examine(stage: Stage): Promise<readonly Finding[]>;
}

/** What was looked at but could not be read: nothing is known about it. */
export interface Unread {
  readonly area: string;
  readonly why: string;
}

export interface Report {
  readonly stack: string;
  readonly region: string;
  readonly findings: readonly (Finding & { readonly area: string })[];
  readonly unread: readonly Unread[];
  /** Areas that were read and in which nothing is wrong. */
  readonly right: readonly string[];
}

/** An area of what it reads and of how that is judged. */
export function area<Facts>(
  name: string,
  read: (stage: Stage) => Promise<Facts>,
  judge: (facts: Facts) => readonly Finding[],
): Area {
  return { name, examine: async (stage) => judge(await read(stage)) };
}

/** Something that cannot be looked at for a reason of our own, e.g. because there is no app to ask with. */
export class NotChecked extends Error {}
