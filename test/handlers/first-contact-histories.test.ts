import { beforeAll, expect, test, vi } from 'vitest';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { seededRandom } from '../model/random-history.ts';
import { type ChattingApp, chattingApp } from '../support/ledger/chatting-app.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { consentOf } from '../support/table/table-audit.ts';

const histories = Number(process.env.HISTORIES ?? 12);
const seed = Number(process.env.SEED ?? 20261126);
const [second, hour] = [1000, 3_600_000];

let chat: ChattingApp;
beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  chat = await chattingApp();
});

/** Who stands behind an identifier, as far as payloads have proven it. */
interface Known {
  asked: boolean;
  stopped: boolean;
  /** Times of what was heard and opens a window. */
  readonly heard: number[];
  readonly pressed: Set<string>;
}
const nobody = (): Known => ({ asked: false, stopped: false, heard: [], pressed: new Set() });

/**
 * One random history of a person with a number and an account, and what must hold in it: at most one question, none after a stop, none
 * without an open window, and a yes by a press only.
 */
async function play(n: number, random: () => number): Promise<void> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const [phone, bsuid, later] = [
    `1650555${String(n).padStart(4, '0')}`,
    `US.9${n}000000000001`,
    `US.9${n}000000000002`,
  ];
  const people = new Map<string, Known>();
  const known = (...ids: string[]): Known => {
    const found = [...new Set(ids.map((id) => people.get(id) ?? nobody()))];
    const [first = nobody(), ...others] = found;
    for (const other of others) {
      first.asked ||= other.asked;
      first.stopped ||= other.stopped;
      first.heard.push(...other.heard);
      for (const purpose of other.pressed) first.pressed.add(purpose);
    }
    for (const [id, each] of people) if (others.includes(each)) people.set(id, first);
    for (const id of ids) people.set(id, first);
    return first;
  };
  let now = noon + n * 1000 * hour;
  let holder = bsuid;
  let isProven = false;
  const tell: string[] = [];
  const deliveries: object[] = [];
  const deliverOnce = async (message: object, note: (at: number) => void) => {
    chat.bench.setNow(now);
    await chat.hear(message);
    note(now);
  };
  const answer = async (again?: 'again') => {
    chat.bench.setNow(now);
    const before = chat.sent.length;
    await chat.answer(again);
    for (const { to, message } of chat.sent.slice(before)) {
      if (!(message.buttons ?? []).some(({ id }) => id.startsWith('optledger:p:'))) continue;
      const person = known(...Object.values(to as { readonly [name: string]: string }));
      tell.push('question');
      expect(person.asked, `asked twice: ${tell.join(' ')}`).toBe(false);
      expect(person.stopped, `asked after a stop: ${tell.join(' ')}`).toBe(false);
      expect(Math.max(...person.heard) + 24 * hour, `no open window: ${tell.join(' ')}`).toBeGreaterThan(now);
      person.asked = true;
    }
  };
  const acts: { readonly [name: string]: () => Promise<void> } = {
    message: () => said('Hola'),
    welcome: () => said(undefined),
    late: async () => {
      const at = now;
      now += 25 * hour;
      await said('Hola', at);
    },
    stop: () => said('STOP'),
    again: async () => {
      const delivery = deliveries[Math.floor(random() * deliveries.length)];
      // It was heard: nothing of it is news.
      if (delivery !== undefined) await deliverOnce(delivery, () => undefined);
    },
    press: async () => {
      const mine = chat.sent.filter(({ to }) =>
        Object.values(to).some((id) => [phone, bsuid, later].includes(String(id))),
      );
      const buttons = mine
        .flatMap(({ message }) => message.buttons ?? [])
        .filter(({ id }) => id.startsWith('optledger:p:'));
      if (buttons.length > 0) await said(pick(buttons).id);
    },
    answer: () => answer(),
    handedOnTwice: () => answer('again'),
    wait: async () => {
      now += pick([second, hour, 20 * hour, 30 * hour]);
    },
    newHolder: async () => {
      // A number passes to somebody else when a payload shows it with another account than the proven one.
      if (!isProven || holder === later) return;
      holder = later;
      people.delete(phone);
      people.set(phone, nobody());
      await said('Hola', now, 'both');
    },
  };
  async function said(
    text: string | undefined,
    at = now,
    by = pick(['phone', 'bsuid', 'both'] as const),
  ): Promise<void> {
    now += second;
    const ids = by === 'phone' ? [phone] : by === 'bsuid' ? [holder] : [phone, holder];
    const sender = { ...(by !== 'bsuid' && { from: phone }), ...(by !== 'phone' && { from_user_id: holder }) };
    const isPress = text?.startsWith('optledger:') === true;
    const what = isPress
      ? { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: text, title: 'x' } } }
      : text === undefined
        ? { type: 'request_welcome' }
        : { type: 'text', text: { body: text } };
    const message = {
      ...sender,
      id: `wamid.${n}.${deliveries.length}`,
      timestamp: String(Math.floor(at / second)),
      ...what,
    };
    if (by === 'both') isProven = true;
    const note = (when: number) => {
      const person = known(...ids);
      if (at + 24 * hour > when) person.heard.push(Math.floor(at / second) * second);
      if (text === 'STOP') person.stopped = true;
      const [, place] = /:y(\d)$/.exec(text ?? '') ?? [];
      if (place !== undefined) person.pressed.add(['offers', 'orders'][Number(place)] ?? '');
    };
    deliveries.push(message);
    tell.push(`${isPress ? 'press' : (text ?? 'welcome')}(${by})`);
    await deliverOnce(message, note);
  }
  for (let step = 0; step < 14; step += 1) {
    const act = pick(Object.keys(acts));
    await acts[act]?.();
    if (random() < 0.4) await answer();
  }
  await answer();
  for (const [id, person] of people) {
    const ref: PersonRef = id === phone ? { phone } : { bsuid: id };
    const consent = (await consentOf(chat.bench, ref)) ?? {};
    const yes = Object.keys(consent).filter((purpose) => consent[purpose] === 'opted-in');
    expect([...person.pressed], tell.join(' ')).toEqual(expect.arrayContaining(yes));
  }
}

test(`whatever happens, a person is asked once, never after a stop, and only a press is a yes (${histories} histories, seed ${seed})`, async () => {
  const random = seededRandom(seed);
  for (let n = 0; n < histories; n += 1) await play(n, random);
  // The histories do say something.
  expect(chat.sent.length).toBeGreaterThan(histories / 2);
}, 120_000);
