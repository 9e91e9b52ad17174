import { describe, expect, test } from 'vitest';
import {
  changeNumber,
  type NumberSettings,
  portfolioCount,
  portfoliosOf,
} from '../../../lambdas/domain/app/portfolios.ts';

const now = 1_000_000;
const number = { phoneNumberId: '10001', phone: '+525500000001', wabaId: '501' };
const sibling = { ...number, phoneNumberId: '10002' };
const elsewhere = { phoneNumberId: '20001', phone: '+525500000001', wabaId: '502', portfolioId: '902' };
const code = (change: () => unknown): string => {
  try {
    change();
    return 'taken';
  } catch (error) {
    return (error as { faults: readonly { code: string }[] }).faults.map((fault) => fault.code).join();
  }
};
/** An app as a former version stored it. */
const stored: NumberSettings = { whatsapp: number };
const named = changeNumber(stored, { ...number, portfolioId: '901' }, now);

describe('another number', () => {
  test('the first one closes no window, and its portfolio need not be said', () => {
    expect(changeNumber({}, number, now)).toEqual({
      whatsapp: number,
      portfolios: { now: 0, known: [{ wabaIds: ['501'] }] },
    });
  });

  test('of an app that was stored before portfolios were kept, the portfolio is that of its number', () => {
    expect(portfoliosOf(stored)).toEqual({ now: 0, known: [{ wabaIds: ['501'] }] });
    expect(portfolioCount({})).toEqual({ now: 0, count: 1 });
  });

  test('closes windows, also those that are kept within the age of remembered settings; the same number again does not', () => {
    const changed = changeNumber(stored, sibling, now);
    expect(changed.numberSince).toBe(now + 5000);
    expect(changeNumber(changed, sibling, now + 60_000)).toEqual(changed);
    expect(changeNumber(stored, null, now)).toMatchObject({ numberSince: now + 5000 });
  });

  test('none, and then one in a WABA of before: nothing has to be said, and the portfolio is as it was', () => {
    const none = changeNumber(named, null, now);
    expect(none.whatsapp).toBeUndefined();
    expect(changeNumber(none, sibling, now).portfolios).toEqual(named.portfolios);
    expect(code(() => changeNumber(none, { ...elsewhere, portfolioId: undefined }, now))).toBe('required');
  });

  test('in a WABA that is new, within the portfolio, in another one, and back', () => {
    const within = changeNumber(named, { ...elsewhere, portfolioId: '901' }, now);
    expect(within.portfolios).toEqual({ now: 0, known: [{ portfolioId: '901', wabaIds: ['501', '502'] }] });
    const gone = changeNumber(named, elsewhere, now);
    expect(gone.portfolios?.now).toBe(1);
    expect(changeNumber(gone, number, now).portfolios).toEqual({ ...gone.portfolios, now: 0 });
    const third = changeNumber(gone, { ...elsewhere, phoneNumberId: '3', wabaId: '503', portfolioId: '903' }, now);
    expect(third.portfolios?.now).toBe(2);
    expect(changeNumber(third, elsewhere, now).portfolios?.now).toBe(1);
  });

  test.each<[string, NumberSettings, object, string]>([
    ['nothing said of a new WABA', named, { ...elsewhere, portfolioId: undefined }, 'required'],
    ['the present portfolio has no name', stored, elsewhere, 'unnamed-portfolio'],
    ['a WABA in another portfolio than before', named, { ...sibling, portfolioId: '902' }, 'another-portfolio'],
    ['a phone_number_id in another portfolio', named, { ...elsewhere, phoneNumberId: '10001' }, 'another-portfolio'],
    [
      'a name that another portfolio has',
      {
        whatsapp: number,
        portfolios: { now: 0, known: [{ wabaIds: ['501'] }, { portfolioId: '902', wabaIds: ['502'] }] },
      },
      { ...sibling, portfolioId: '902' },
      'another-portfolio',
    ],
  ])('is refused: %s', (_, before, wanted, expected) => {
    expect(code(() => changeNumber(before, wanted as never, now))).toBe(expected);
  });
});
