import { describe, expect, test } from 'vitest';
import { understandMessage, understandText } from '../../../lambdas/domain/inbound/understand.ts';

const button = (id: string, from: 'template-button' | 'reply-button' = 'template-button') => ({
  payload: { from, id },
  forwarded: false,
});

describe('free text', () => {
  test.each([
    ['ALTO', 'stop'],
    ['START', 'start'],
    ['help', 'help'],
    ['can you stop sending so many', 'unclear-stop'],
    ['I will stop by on Saturday', 'none'],
    ['', 'none'],
  ])('%s: %s', (text, act) => {
    expect(understandText(text).act).toBe(act);
    expect(understandMessage({ text, forwarded: false }).act).toBe(act);
    expect(understandMessage({ text, forwarded: true }).act).toBe('none');
  });

  test('says what a stop is of', () => {
    expect(understandText('STOP')).toEqual({ act: 'stop', of: 'all', rule: 'stop.en.stop' });
    expect(understandText('no more offers')).toMatchObject({ act: 'stop', of: 'marketing' });
  });

  test('the id of a button of ours does nothing when it is typed', () => {
    for (const id of ['optledger:stop-all', 'optledger:keep', 'optledger:start']) {
      expect(['stop', 'start', 'keep']).not.toContain(understandText(id).act);
    }
  });
});

describe('buttons', () => {
  test.each([
    ['optledger:stop-all', 'stop'],
    ['optledger:start', 'start'],
    ['optledger:keep', 'keep'],
  ])('of ours act, wherever they stand: %s', (id, act) => {
    expect(understandMessage(button(id)).act).toBe(act);
    expect(understandMessage(button(id, 'reply-button')).act).toBe(act);
    expect(understandMessage(button(id.toUpperCase())).act).not.toBe('start');
  });

  test.each(['Stop promotions', 'STOP', 'Unsubscribe'])('a stop word counts in a quick reply only: %s', (id) => {
    expect(understandMessage(button(id))).toMatchObject({ act: 'stop', rule: expect.stringMatching(/^stop\./) });
    expect(understandMessage(button(id, 'reply-button')).act).toBe('none');
  });

  test.each([
    ['Stop promotions', 'marketing'],
    ['Detener promociones', 'marketing'],
    ['Interrompi promozioni', 'marketing'],
    ['STOP', 'all'],
    ['optledger:stop-all', 'all'],
  ])('%s ends %s', (id, of) => {
    expect(understandMessage(button(id))).toMatchObject({ act: 'stop', of });
  });

  test.each(['START', 'help', 'YES', 'SIM', 'cancel-button', 'priority_express'])('nothing else counts: %s', (id) => {
    expect(understandMessage(button(id)).act).toBe('none');
  });
});
