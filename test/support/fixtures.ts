import { readFileSync } from 'node:fs';

/** What a correct system concludes from one item of a recorded payload (`test/fixtures/README.md`). */
export interface Conclusion {
  readonly item: string;
  readonly field?: string;
  readonly phone_number_id?: string;
  readonly dedupe_key?: string;
  readonly occurred_at?: string | number;
  readonly subject?: {
    readonly wa_id?: string;
    readonly user_id?: string;
    readonly canonical?: string;
    readonly phone?: string;
  };
  readonly session?: 'open' | 'no-change' | 'session-closed' | 'ambiguous';
  readonly marketing?: 'no-change' | 'revoked' | 'campaign-rule' | 'platform-stop' | 'platform-block-lifted';
  readonly value?: string;
  readonly signup_id?: string | null;
  readonly error_code?: number | null;
}

export interface Fixture {
  readonly id: string;
  readonly file: string;
  readonly kind: string;
  readonly conclude: readonly Conclusion[];
}

/** The bytes of a recorded payload. */
export function fixtureBytes(file: string): Buffer {
  return readFileSync(new URL(`../fixtures/${file}`, import.meta.url));
}

/** Every recorded payload of a kind, with its conclusions. */
export function fixturesOfKind(kind: string): readonly Fixture[] {
  const { entries } = JSON.parse(fixtureBytes('index.json').toString()) as { entries: readonly Fixture[] };
  return entries.filter((entry) => entry.kind === kind);
}
