import { describe, expect, test } from 'vitest';
import { dayIn, endOfDay } from '../../console/src/points/days.ts';
import { changeOf, settingsOf, valuesOf } from '../../console/src/points/point-values.ts';
import type { Point } from '../../console/src/points/points.ts';
import { type WidgetLook, widgetTag } from '../../console/src/points/widget-tag.ts';
import { widgetWords } from '../../console/src/points/widget-words.ts';
import { languages } from '../../console/src/words/language.ts';
import { wordsIn } from '../../lambdas/domain/languages/language.ts';
import { agreementTable, pagesTable } from '../../lambdas/domain/languages/tables.ts';

const zone = 'America/Mexico_City';
const point: Point = {
  pointId: 'pt_phtntn88b6wpqsgv',
  kind: 'link',
  name: 'Poster',
  notice: { noticeId: 'signup', version: 3 },
  purposes: ['offers'],
  campaign: 'spring',
  opens: 'check-page',
  origins: [],
  cap: 500,
  expiresAt: '2027-07-01T12:00:00.000Z',
  status: 'active',
  state: 'open',
  counts: {},
  version: 1,
  createdAt: '2026-11-22T01:59:31.990Z',
  updatedAt: '2026-11-22T01:59:31.990Z',
};

describe('a last day', () => {
  test.each([
    [zone, '2027-06-30', '2027-07-01T05:59:59.000Z'],
    ['UTC', '2027-06-30', '2027-06-30T23:59:59.000Z'],
    ['Asia/Kolkata', '2027-06-30', '2027-06-30T18:29:59.000Z'],
    ['Pacific/Kiritimati', '2027-01-01', '2027-01-01T09:59:59.000Z'],
    ['Pacific/Pago_Pago', '2027-12-31', '2028-01-01T10:59:59.000Z'],
    // The clocks change in the night of that day, or the one before.
    ['Europe/Berlin', '2027-03-27', '2027-03-27T22:59:59.000Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-28T21:59:59.000Z'],
    ['Europe/Berlin', '2027-10-31', '2027-10-31T22:59:59.000Z'],
    ['America/New_York', '2027-11-07', '2027-11-08T04:59:59.000Z'],
  ])('in %s of %s ends at %s', (timeZone, day, at) => {
    expect(endOfDay(timeZone, day)).toBe(at);
    expect(dayIn(timeZone, new Date(at))).toBe(day);
  });

  test('that is no day goes as it was typed', () => {
    expect(endOfDay(zone, 'soon')).toBe('soon');
    expect(endOfDay(zone, '2027-13-45')).toBe('2027-13-45');
  });
});

describe('what a form says of a point', () => {
  test('that was not touched is no change, also where a version or an hour is not in the form', () => {
    const before = valuesOf(point, zone);
    expect(changeOf(before, before, zone)).toEqual({});
    expect(changeOf(before, { ...before, '/name': ' Poster ' }, zone)).toEqual({});
  });

  test('is what is different, and null where it was emptied', () => {
    const before = valuesOf(point, zone);
    const after = { ...before, '/cap': '', '/expiresAt': '', '/campaign': 'autumn', '/name': '' };
    expect(changeOf(before, after, zone)).toEqual({ cap: null, expiresAt: null, campaign: 'autumn', name: '' });
    expect(changeOf(before, { ...before, '/notice': 'other' }, zone)).toEqual({ notice: { noticeId: 'other' } });
  });

  test('is sent as it was typed where it is no number, and left out where nothing was', () => {
    const values = {
      '/name': 'Shop',
      '/origins': ' https://a.example \n\nhttps://b.example',
      '/cap': '1,000',
      '/formLimit': '20',
    };
    expect(settingsOf('form', values, zone)).toEqual({
      kind: 'form',
      name: 'Shop',
      origins: ['https://a.example', 'https://b.example'],
      cap: '1,000',
      formLimit: 20,
    });
  });
});

describe('the tag of a widget', () => {
  const look: WidgetLook = { mode: 'button', lang: '', theme: 'auto', label: '', icon: 'auto', position: 'end' };
  const url = 'https://in.example/l/phtntn88b6wpqsgv';
  const tag = (more: Partial<WidgetLook>) => widgetTag(point.pointId, url, { ...look, ...more }, 'Updates');

  test('says what was chosen and nothing else', () => {
    expect(tag({})).toBe(
      '<script src="https://in.example/widget.js"\n  data-point="phtntn88b6wpqsgv"\n  async></script>',
    );
    expect(tag({ lang: 'ar', theme: 'dark', icon: 'icon', position: 'start' })).toContain(
      'data-lang="ar"\n  data-theme="dark"\n  data-look="icon"\n  data-position="start"',
    );
    expect(tag({ mode: 'line', label: 'Not on a line', icon: 'icon' })).toBe(
      '<div id="whatsapp"></div>\n<script src="https://in.example/widget.js"\n  data-point="phtntn88b6wpqsgv"\n  data-mode="line"\n  data-target="#whatsapp"\n  async></script>',
    );
  });

  test('keeps what is typed apart from its markup', () => {
    const label = '"><script>alert(1)</script>&';
    for (const mode of ['button', 'link'] as const) {
      expect(tag({ mode, label })).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
    }
    expect(tag({ mode: 'link' })).toContain('>Updates</a>');
  });
});

test.each(languages)('the picture of a widget speaks %s as the widget does', (language) => {
  const { widget, check, number } = wordsIn(pagesTable, language);
  expect(widgetWords[language]).toEqual({
    button: widget.button,
    line: widget.line,
    choose: check.purposes,
    number: number.number,
    confirm: check.confirm,
    goOn: check.continue,
    thisNumber: wordsIn(agreementTable, language).thisNumber,
  });
});
