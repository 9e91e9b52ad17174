import type { Ground } from './ground.ts';
import { keptList } from './machine/kept-file.ts';

/** Writes down an event that was given up. */
export type DeadLetter = (functionName: string, event: unknown, error: string) => void;

/** The list of events that were given up; each is also told on the terminal. */
export function deadLettersIn({ file, clock }: Pick<Ground, 'file' | 'clock'>): DeadLetter {
  const path = file('dead-letters.jsonl');
  const letters = keptList<{ functionName: string; at: string; error: string; event: unknown }>(path);
  return (functionName, event, error) => {
    letters.add({ functionName, at: new Date(clock.now()).toISOString(), error, event });
    console.error(`${functionName} gave up on an event (${error}); it is in ${path}.`);
  };
}
