import { describe, expect, it } from 'vitest';
import { weave } from '../../console/src/users/sends/weave.ts';

const entry = (n: number) => ({ statementId: `stm_a.${n}`, recordedAt: `2026-11-21T10:0${n}:00.000Z` });
const send = (at: string, statementId?: string) => ({ at: `2026-11-21T${at}.000Z`, statementId });

describe('the messages of ours in a timeline', () => {
  it('stand under the entry that asked for them, whenever they went out', () => {
    const [late, soon] = [send('10:30:00', 'stm_a.1'), send('10:01:01', 'stm_a.1')];
    expect(weave([entry(2), entry(1)], [late, soon])).toEqual([
      { entry: entry(2), answers: [] },
      { entry: entry(1), answers: [late, soon] },
    ]);
  });

  it('stand at their time where no entry asked for them, or it is not read yet', () => {
    const [newest, between, first] = [send('10:30:00'), send('10:01:30', 'stm_b.7'), send('10:00:30')];
    expect(weave([entry(2), entry(1)], [newest, between, first])).toEqual([
      { send: newest },
      { entry: entry(2), answers: [] },
      { send: between },
      { entry: entry(1), answers: [] },
      { send: first },
    ]);
    expect(weave([], [newest])).toEqual([{ send: newest }]);
  });
});
