import { describe, expect, it } from 'vitest';
import { type LaneRow, laneStep } from '../../../lambdas/domain/callbacks/lane.ts';
import { settleTry } from '../../../lambdas/domain/callbacks/settle-try.ts';
import { isClosing, isYes } from '../../../lambdas/domain/events/event-types.ts';

const now = 1_000_000;
const row = (order: number, type: LaneRow['type'], more: Partial<LaneRow> = {}): LaneRow => ({
  order,
  eventId: `evt_${order}`,
  type,
  state: 'owed',
  round: 0,
  attempts: more.round ?? 0,
  ...more,
});
const yes = (order: number, more?: Partial<LaneRow>) => row(order, 'user.opted_in', more);
const no = (order: number, more?: Partial<LaneRow>) => row(order, 'user.opted_out', more);
const other = (order: number, more?: Partial<LaneRow>) => row(order, 'user.number_changed', more);
const delivered = { state: 'delivered', round: 1 } as const;
const mark = { state: 'delivered', isMark: true } as const;
const waiting = (dueAt: number) => ({ state: 'waiting', round: 1, dueAt }) as const;
const sending = (claimedUntil: number) => ({ state: 'sending', round: 1, claimedUntil }) as const;

/** What is done, in short. */
function does(...rows: LaneRow[]): string {
  const step = laneStep(rows, now);
  const dropped = step.supersede.map((each) => ` drops ${each.row.order} for ${each.by.order}`).join('');
  if (step.kind === 'send') return `sends ${step.row.order}${dropped}`;
  return `${step.kind}${step.kind === 'settled' ? '' : ` ${step.until}`}${dropped}`;
}

describe('a lane', () => {
  it.each<[sentence: string, rows: LaneRow[], what: string]>([
    ['with nothing in it', [], 'settled'],
    ['all delivered', [yes(1, delivered), no(2, delivered)], 'settled'],
    ['sends in order', [yes(1), no(2)], 'sends 1'],
    ['goes on behind what was delivered', [yes(1, delivered), no(2), yes(3)], 'sends 2'],
    ['goes on behind what is dead', [no(1, { state: 'dead', round: 10 }), yes(2)], 'sends 2'],
    ['waits while somebody has one in hand', [yes(1, sending(now + 1)), no(2)], `busy ${now + 1}`],
    ['tries again what somebody had in hand who is gone', [other(1, sending(now))], 'sends 1'],
    [
      'drops a yes that somebody had in hand who is gone, for a no',
      [yes(1, sending(now)), no(2)],
      'sends 2 drops 1 for 2',
    ],
    ['waits for the next try', [yes(1, waiting(now + 1)), yes(2)], `wait ${now + 1}`],
    ['tries again when it is due', [yes(1, waiting(now)), yes(2)], 'sends 1'],
    ['drops what failed for a no, due or not', [yes(1, waiting(now)), no(2)], 'sends 2 drops 1 for 2'],
    ['drops what waited behind it, too', [yes(1, waiting(now + 9)), yes(2), no(3)], 'sends 2 drops 1 for 3'],
    ['drops for a no also what is no yes', [other(1, waiting(now + 9)), no(2)], 'sends 2 drops 1 for 2'],
    ['never lets a no wait behind a no that failed', [no(1, waiting(now + 9)), no(2)], 'sends 2'],
    ['drops the yes between two of them', [no(1, waiting(now + 9)), yes(2), no(3)], 'sends 3 drops 2 for 3'],
    ['never drops a no', [no(1, waiting(now)), no(2, waiting(now))], 'sends 1'],
    ['tries the no that is due first', [no(1, waiting(now + 9)), no(2, waiting(now))], 'sends 2'],
    ['waits for the first of two', [no(1, waiting(now + 9)), no(2, waiting(now + 5))], `wait ${now + 5}`],
    ['holds a yes back behind a no that failed', [no(1, waiting(now + 9)), yes(2)], `wait ${now + 9}`],
    ['tells no yes again once a later no was told', [yes(1), no(2, delivered)], 'settled drops 1 for 2'],
    ['nor once one was tried', [yes(1), no(2, waiting(now + 9))], `wait ${now + 9} drops 1 for 2`],
    ['nor once one is given up', [yes(1), no(2, { state: 'dead', round: 10 })], 'settled drops 1 for 2'],
    ['tells what is no yes again', [other(1), no(2, delivered)], 'sends 1'],
    [
      'drops a yes that failed once the person is another user',
      [yes(1, waiting(now)), row(2, 'user.merged')],
      'sends 2 drops 1 for 2',
    ],
    ['a no that is told again was told', [yes(1), no(2, { attempts: 1 })], 'sends 2 drops 1 for 2'],
    ['a suppression overtakes', [yes(1, waiting(now + 9)), row(2, 'user.suppressed')], 'sends 2 drops 1 for 2'],
    ['a platform stop overtakes', [yes(1, waiting(now + 9)), row(2, 'platform.stopped')], 'sends 2 drops 1 for 2'],
    [
      'drops a yes for a mark, tried or not',
      [yes(1), yes(2, waiting(now)), no(3, mark)],
      'settled drops 1 for 3 drops 2 for 3',
    ],
    ['drops nothing else for a mark', [other(1, waiting(now)), no(2, mark)], 'sends 1'],
    ['sends a yes behind a mark', [no(1, mark), yes(2)], 'sends 2'],
    ['drops for a no what a mark let be', [other(1, waiting(now)), no(2, mark), no(3)], 'sends 3 drops 1 for 3'],
    ['a release is a yes', [row(1, 'user.released'), no(2, delivered)], 'settled drops 1 for 2'],
  ])('%s', (_sentence, rows, what) => {
    expect(does(...rows)).toBe(what);
  });
});

/** Whatever comes when, whatever the receiver does, and whoever dies: in small, all that two runs can do to one lane. */
describe('ten thousand lanes', () => {
  const types = ['user.opted_in', 'user.opted_out', 'user.number_changed', 'user.suppressed', 'user.released'] as const;
  const claim = 45_000;

  it('never tell a yes after a later no, tell every no, and the same twice only when its answer may be lost', () => {
    let sent = 0;
    for (let seed = 1; seed <= 10_000; seed += 1) {
      const random = randomOf(seed);
      const rows: LaneRow[] = [];
      const told: LaneRow[] = [];
      let clock = 1_000_000;
      let arrived = 0;
      for (let turn = 0; turn < 60; turn += 1) {
        clock += Math.floor(random() * 40_000);
        if (arrived < 5 && random() < 0.3) {
          arrived += 1;
          const type = types[Math.floor(random() * types.length)] ?? 'user.opted_in';
          // A no that the endpoint does not take is told by the lane alone.
          const isMark = isClosing(type) && random() < 0.4;
          rows.push(row(arrived, type, isMark ? mark : {}));
          if (isMark) told.push(row(arrived, type, mark));
        }
        if (random() < 0.05) replay(rows, random);
        const step = laneStep(rows, clock);
        for (const { row: old } of step.supersede) set(rows, old, { state: 'superseded' });
        if (step.kind !== 'send') continue;
        const claimed = {
          ...step.row,
          state: 'sending',
          round: step.row.round + 1,
          attempts: step.row.attempts + 1,
          claimedUntil: clock + claim,
        } as const;
        set(rows, claimed, {});
        const fate = random();
        // Dead before it sent anything.
        if (fate < 0.1) continue;
        told.push(claimed);
        sent += 1;
        // Dead before it noted anything, or the receiver took it and its answer was lost.
        if (fate < 0.2) continue;
        const outcome = random() < 0.5 ? 'delivered' : 'rejected';
        const settled = settleTry({ outcome }, claimed.round, clock, random());
        set(rows, { ...claimed, ...settled }, {});
      }
      for (const [place, { type, order }] of told.entries()) {
        if (!isYes(type)) continue;
        const before = told.slice(0, place).filter((each) => each.order > order && isClosing(each.type));
        expect(before, `seed ${seed}`).toEqual([]);
      }
      expect(rows.filter(({ type, state }) => isClosing(type) && state === 'superseded')).toEqual([]);
    }
    expect(sent).toBeGreaterThan(50_000);
  });

  const set = (rows: LaneRow[], changed: LaneRow, more: Partial<LaneRow>) => {
    rows[rows.findIndex(({ order }) => order === changed.order)] = { ...changed, ...more };
  };

  /** Somebody has something sent again, whether or not the API would let them. */
  function replay(rows: LaneRow[], random: () => number): void {
    const some = rows[Math.floor(random() * rows.length)];
    if (
      some !== undefined &&
      some.isMark !== true &&
      ['delivered', 'superseded', 'dead', 'waiting'].includes(some.state)
    )
      set(rows, { ...some, state: 'owed', round: 0 }, {});
  }

  function randomOf(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
      const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
      return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
    };
  }
});
