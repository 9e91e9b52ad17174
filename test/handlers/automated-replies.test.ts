import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AutomatedReplies } from '../../lambdas/domain/app/automated-replies.ts';
import { type ChatWorld, chatWorld, listedHandovers } from '../support/ledger/chat-world.ts';
import { noon } from '../support/ledger/ledger-bench.ts';
import { anna, presses, says, seconds, templateButton } from '../support/ledger/said-to-us.ts';
import { rowsWhere } from '../support/table/rows.ts';

/* What an app says by itself, and the way to a human: through webhook, relay and sender, as a stage does it. */

const minute = 60_000;
const hour = 60 * minute;
const replies: AutomatedReplies = {
  greeting: [
    { locale: 'en', text: 'Welcome to Acme.' },
    { locale: 'es', text: 'Bienvenido a Acme.' },
  ],
  keywords: [{ words: ['hours', 'opening hours'], texts: [{ locale: 'en', text: 'We are open from 9 to 18.' }] }],
  human: { enabled: true },
};
const away: AutomatedReplies['away'] = {
  texts: [{ locale: 'en', text: 'Nobody is here.' }],
  openingHours: [{ days: ['friday'], from: '09:00', to: '13:00' }],
};
const greeting = 'Welcome to Acme.\n\nTo talk to a person, send AGENT.';
const opening = 'We are open from 9 to 18.\n\nTo talk to a person, send AGENT.';
const handedOver = 'Thanks. A person from Acme will write to you here.';

let world: ChatWorld;
const begin = async (automatedReplies: AutomatedReplies = replies, timeZone = 'UTC') => {
  world = await chatWorld({ automatedReplies, timeZone });
};
beforeEach(() => begin());
const at = (time: number) => world.bench.setNow(time);
const press = async (id: string, parts: object = {}) => {
  const before = world.sent.length;
  const time = world.bench.now();
  await world.hear(presses(id, { id: `wamid.${time}.${id}`, timestamp: seconds(time), ...parts }));
  await world.reply();
  return world.sent.slice(before).map(({ text }) => text);
};
const errands = () => rowsWhere(world.bench.table, /#G#/);

describe('a greeting', () => {
  test('answers the first message, with the way to a human, and the second one not', async () => {
    expect(await world.say('hello')).toEqual([greeting]);
    expect(world.sent[0]?.buttons).toEqual([{ id: 'optledger:human', title: 'Talk to a person' }]);
    at(noon + 2 * minute);
    expect(await world.say('are you there?')).toEqual([]);
  });

  test('comes again when the window was closed, whether or not its item is still there', async () => {
    await world.say('hello');
    at(noon + 24 * hour);
    expect(await world.say('hello again')).toEqual([greeting]);
    at(noon + 48 * hour - 1000);
    expect(await world.say('and again')).toEqual([]);
  });

  test('goes out once for a message that is delivered twice, and twice handed on', async () => {
    const first = says('hello', { timestamp: seconds(noon) });
    await world.hear(first, first);
    await world.hear(first);
    await world.reply();
    expect(world.sent).toHaveLength(1);
    expect(await errands()).toHaveLength(1);
  });

  test('never answers what is older than five minutes when it is sent', async () => {
    await world.hear(says('hello', { timestamp: seconds(noon) }));
    at(noon + 5 * minute + 1000);
    await world.reply();
    expect(world.sent).toEqual([]);
  });

  test.each([
    [
      'an edit',
      { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'hours' } } } },
    ],
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } }],
    ['a button of a template', templateButton('hours')],
    ['a button that is nobody’s', presses('something')],
  ])('does not answer %s', async (_what, parts) => {
    await world.hear({ from: anna, id: 'wamid.x', timestamp: seconds(noon), ...parts });
    await world.reply();
    expect(world.sent).toEqual([]);
  });

  test('answers a picture, and forwarded words with a greeting alone', async () => {
    await world.hear({ from: anna, id: 'wamid.i', timestamp: seconds(noon), type: 'image', image: { id: '1' } });
    await world.reply();
    expect(world.sent.map(({ text }) => text)).toEqual([greeting]);
    at(noon + 25 * hour);
    const forwarded = { context: { forwarded: true } };
    expect(await world.say('hours', forwarded)).toEqual([greeting]);
    expect(await world.say('agent', forwarded)).toEqual([]);
    expect(await listedHandovers(world)).toEqual([]);
  });
});

describe('a message that comes again after its sender turned out to be somebody known', () => {
  const byUsername = (body: string) => ({
    ...{ from_user_id: 'US.20001', id: `wamid.${body}`, timestamp: seconds(noon), type: 'text', text: { body } },
  });
  test.each(['hours', 'agent', 'change what I get'])('%s is not answered a second time', async (body) => {
    await world.hear(says('hello', { timestamp: seconds(noon - hour), id: 'wamid.a' }));
    await world.hear(byUsername(body));
    await world.reply();
    const answers = world.sent.length;
    at(noon + 2 * minute);
    await world.hear(
      says('fine', { id: 'wamid.both', timestamp: seconds(noon + 2 * minute), from_user_id: 'US.20001' }),
    );
    expect(answers).toBeGreaterThan(0);
    await world.hear(byUsername(body));
    await world.reply();
    expect(world.sent.slice(answers).map(({ text }) => text)).toEqual([]);
  });
});

describe('a stop', () => {
  test('is confirmed and nothing else, and silences what the app says by itself until START', async () => {
    const [confirmed, ...others] = await world.say('STOP');
    expect(confirmed).toContain('unsubscribed');
    expect(others).toEqual([]);
    at(noon + 10 * minute);
    expect(await world.say('hours')).toEqual([]);
    at(noon + 25 * hour);
    expect(await world.say('hello')).toEqual([]);
    expect(await world.say('agent')).toEqual([]);
    at(noon + 26 * hour);
    await world.say('START');
    at(noon + 27 * hour);
    expect(await world.say('hours')).toEqual([]);
    expect(await listedHandovers(world)).toHaveLength(1);
  });

  test('a keyword of the business that we hear as a stop by now is a stop', async () => {
    await begin({ ...replies, keywords: [{ words: ['cancel', 'stop'], texts: [{ locale: 'en', text: 'No.' }] }] });
    expect((await world.say('cancel'))[0]).toContain('unsubscribed');
    expect(world.sent).toHaveLength(1);
  });
});

describe('keywords and absence', () => {
  test('a message that is delivered again a moment later is answered once', async () => {
    await world.say('hello');
    at(noon + 2 * minute);
    const asked = says('hours', { id: 'wamid.h', timestamp: seconds(noon + 2 * minute) });
    await world.hear(asked);
    await world.reply();
    at(noon + 4 * minute);
    await world.hear(asked);
    await world.reply();
    expect(world.sent.map(({ text }) => text)).toEqual([greeting, opening]);
    expect(await errands()).toHaveLength(2);
  });

  test('a keyword is answered in an open window, instead of a greeting, whatever its case and courtesies', async () => {
    expect(await world.say('Opening hours, please')).toEqual([opening]);
  });

  test('outside opening hours that nobody is there, once, by the clock of the app', async () => {
    await begin({ ...replies, away });
    expect(await world.say('hello')).toEqual([greeting]);
    at(noon + 61 * minute);
    expect((await world.say('anybody?'))[0]).toContain('Nobody is here.');
    at(noon + 70 * minute);
    expect(await world.say('hello?')).toEqual([]);
    await begin({ ...replies, away }, 'Asia/Tokyo');
    expect((await world.say('hello'))[0]).toContain('Nobody is here.');
  });
});

describe('the brake', () => {
  test('three of a kind in 24 hours, and the fourth when the first is a day old', async () => {
    const answered = [];
    for (let n = 0; n < 5; n += 1) {
      at(noon + n * hour);
      answered.push((await world.say('hours')).length);
    }
    expect(answered).toEqual([1, 1, 1, 0, 0]);
    at(noon + 24 * hour + 1000);
    expect(await world.say('hours')).toEqual([opening]);
  });

  test('a minute between two of any kind, or as long as the app says', async () => {
    await world.say('hello');
    at(noon + minute - 1000);
    expect(await world.say('hours')).toEqual([]);
    at(noon + minute);
    expect(await world.say('hours')).toEqual([opening]);
    await begin({ ...replies, minimumSeconds: 0 });
    await world.say('hello');
    at(noon + 1000);
    expect(await world.say('hours')).toEqual([opening]);
  });

  test('two robots that answer each other fall silent', async () => {
    await begin({ ...replies, minimumSeconds: 0 });
    let count = 0;
    for (let n = 0; n < 60; n += 1) {
      at(noon + n * 20_000);
      count += (await world.say(n % 2 === 0 ? 'hours' : 'agent')).length;
    }
    expect(count).toBeLessThanOrEqual(4);
  });
});

describe('a human', () => {
  test('by the button: answered once, then silence, until handed back', async () => {
    await world.say('hello');
    at(noon + 5000);
    expect(await press('optledger:human')).toEqual([handedOver]);
    at(noon + 10 * minute);
    expect(await world.say('hours')).toEqual([]);
    expect(await press('optledger:human')).toEqual([]);
    const [userId = ''] = await listedHandovers(world);
    await handBack(userId);
    expect(await listedHandovers(world)).toEqual([]);
    at(noon + 20 * minute);
    expect(await world.say('hours')).toEqual([opening]);
  });

  test('by words, where the app has the way to one; else they are words like any others', async () => {
    expect(await world.say('quiero hablar con una persona')).toEqual([handedOver]);
    await begin({ ...replies, human: { enabled: false } });
    expect(await world.say('agent')).toEqual(['Welcome to Acme.']);
    expect(await listedHandovers(world)).toEqual([]);
  });

  test('for 24 hours after their last message, as long as they go on writing', async () => {
    await world.say('agent');
    for (let n = 1; n <= 3; n += 1) {
      at(noon + n * 20 * hour);
      expect(await world.say('hours')).toEqual([]);
    }
    expect(await listedHandovers(world)).toHaveLength(1);
    at(noon + 84 * hour - 1000);
    expect(await listedHandovers(world)).toHaveLength(1);
    at(noon + 84 * hour);
    expect(await listedHandovers(world)).toEqual([]);
    expect(await world.say('hours')).toEqual([opening]);
    at(noon + 85 * hour);
    expect(await world.say('hours')).toEqual([opening]);
  });

  test.each([1, 2, 3])(
    'is not brought back by a message of which %d requests were made, and that comes again',
    async (made) => {
      await world.say('agent');
      at(noon + 72 * hour);
      const again = says('hello again', { id: 'wamid.again', timestamp: seconds(noon + 72 * hour) });
      const { documents } = world.bench.table;
      const send = documents.send.bind(documents);
      let requests = 0;
      const failing = vi.spyOn(documents, 'send').mockImplementation((async (command: never) => {
        requests += 1;
        if (requests > made) throw new Error('The table does not answer.');
        return send(command);
      }) as never);
      expect(await world.hear(again)).toBe(503);
      failing.mockRestore();
      expect(await world.hear(again)).toBe(200);
      expect(await listedHandovers(world)).toEqual([]);
    },
  );

  test('never silences STOP, START or the question about an unclear stop', async () => {
    await world.say('agent');
    at(noon + minute);
    expect((await world.say('stop sending me things or what'))[0]).toContain('Do you want to stop');
    at(noon + 2 * minute);
    expect((await world.say('STOP'))[0]).toContain('unsubscribed');
    expect(await listedHandovers(world)).toHaveLength(1);
  });

  test('is told when nobody is there, and when somebody is', async () => {
    await begin({ ...replies, away });
    at(noon + 2 * hour);
    const [text] = await world.say('agent');
    expect(text).toMatch(/We open again: Friday.*9:00\sAM$/);
  });

  test('follows the person through a merge and to another number', async () => {
    await world.hear({
      from_user_id: 'US.20001',
      id: 'wamid.b',
      timestamp: seconds(noon),
      type: 'text',
      text: { body: 'agent' },
    });
    await world.hear(says('hello', { timestamp: seconds(noon), id: 'wamid.a' }));
    await world.reply();
    at(noon + 2 * minute);
    // A payload with both: two people are one.
    const both = { from_user_id: 'US.20001' };
    expect(await world.say('hours', both)).toEqual([]);
    expect(await listedHandovers(world)).toHaveLength(1);
    at(noon + 5 * minute);
    expect(await world.say('hours', { from: '16505550000', ...both })).toEqual([]);
    expect(await listedHandovers(world)).toHaveLength(1);
  });

  test('says nothing by itself to somebody handed over before the errand is sent', async () => {
    await world.hear(says('hours', { timestamp: seconds(noon) }));
    const person = { phone: anna };
    await world.bench.ledger.recordHandover(world.app, {
      ...{ person, at: noon, eventId: 'x', handed: 'over', by: 'business', evidence: {}, source: 'api' },
    });
    await world.reply();
    expect(world.sent).toEqual([]);
  });
});

describe('beside the question of a first contact', () => {
  const asks = async () => {
    world = await chatWorld({ automatedReplies: replies, automatedMessage: { enabled: true, noticeId: 'hello' } });
  };

  test('who is asked gets no second message, whatever they wrote; the next message is answered', async () => {
    await asks();
    const [question, ...others] = await world.say('hours');
    expect(question).toBeDefined();
    expect(question).not.toContain('We are open');
    expect(others).toEqual([]);
    at(noon + 2 * minute);
    expect(await world.say('hours')).toEqual([opening]);
  });

  test('who has nothing to be asked is greeted as anybody is', async () => {
    await asks();
    const purposes = world.app.purposes.map(({ purposeId }) => purposeId);
    await world.bench.say({ phone: anna }, { purposes, saidAt: noon - hour });
    expect(await world.say('hello')).toEqual([greeting]);
  });

  test('nobody is asked who is with a human', async () => {
    await asks();
    expect(await world.say('agent')).toEqual([handedOver]);
    at(noon + 2 * minute);
    expect(await world.say('hello')).toEqual([]);
  });
});

async function handBack(userId: string): Promise<void> {
  await world.bench.ledger.recordHandover(world.app, {
    ...{ person: { userId }, at: world.bench.now(), eventId: `back.${world.bench.now()}`, handed: 'back' },
    ...{ by: 'business', evidence: {}, source: 'api' },
  });
}

test('what it costs: nothing without automated replies; with them two requests where something is answered, and none elsewhere', async () => {
  /** What a message costs in an open window, settings in memory. */
  const cost = async (body: string, time: number) => {
    at(time);
    await world.hear(says('anything', { id: `wamid.${time}`, timestamp: seconds(time - 1000) }));
    return world.bench.measure(() => world.hear(says(body, { id: `wamid.${time}.k`, timestamp: seconds(time) })));
  };
  const one = { requests: 1, rru: 0, wru: 1 };
  await begin({ ...replies, away });
  await world.say('hello');
  expect(await cost('hours', noon + minute)).toEqual({ requests: 3, rru: 1, wru: 2 });
  expect(await cost('nothing of yours', noon + 2 * minute)).toEqual(one);
  world = await chatWorld();
  await world.say('hello');
  expect(await cost('hours', noon + minute)).toEqual(one);
});

test('a window that opens while its item is still there costs one write more in an app that answers by itself, and none in others', async () => {
  const reopened = async () => {
    at(noon + 25 * hour - 1000);
    await world.hear(
      says('x', { from: '16505550001', id: 'wamid.other', timestamp: seconds(noon + 25 * hour - 1000) }),
    );
    at(noon + 25 * hour);
    return world.bench.measure(() => world.hear(says('x', { id: 'wamid.r', timestamp: seconds(noon + 25 * hour) })));
  };
  await begin({ human: { enabled: true } });
  await world.say('hello');
  // The write that was refused first is charged, too.
  expect(await reopened()).toEqual({ requests: 2, rru: 0, wru: 1 });
  world = await chatWorld();
  await world.say('hello');
  expect(await reopened()).toEqual({ requests: 1, rru: 0, wru: 1 });
});
