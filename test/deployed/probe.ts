/** Uses everything that one owner of a role may do. Rejects when something of it is refused. `round` is another each time. */
export type Probe = (round: string) => Promise<void>;

/** Rejects unless an answer has one of these statuses. */
export function expectStatus(
  answer: { readonly status: number; readonly body?: unknown },
  ...statuses: readonly number[]
): void {
  if (statuses.includes(answer.status)) return;
  throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body ?? null).slice(0, 500)}.`);
}
