import { mostDays } from '../../../domain/collection/funnel.ts';
import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { appCountsAnswer, metaLinkAnswer, pointAnswer, pointCountsAnswer } from './answers.ts';
import { countsQuery } from './counts.ts';
import { pointChange, pointSettings } from './point.ts';
import { noQuery, posterQuery, qrPngQuery } from './point-file.ts';

const none = {
  ...{ scans: 0, clicks: 0, shown: 0, ticked: 0, sentToChat: 0, chats: 0, calls: 0, requests: 0, confirmed: 0 },
  ...{ optIns: 0, optOuts: 0, stops: 0, platformStops: 0, previews: 0, prefetches: 0 },
};
const busy = {
  ...none,
  scans: 61,
  clicks: 40,
  shown: 101,
  ticked: 52,
  sentToChat: 52,
  confirmed: 47,
  optIns: 45,
  previews: 8,
};
const point = {
  pointId: 'pt_phtntn88b6wpqsgv',
  kind: 'link',
  name: 'Poster in the shop',
  notice: { noticeId: 'spring', version: 1 },
  purposes: ['offers', 'order-updates'],
  campaign: 'spring-26',
  opens: 'check-page',
  origins: [],
  cap: 500,
  expiresAt: '2027-07-01T05:59:59.000Z',
  status: 'active',
  state: 'open',
  url: 'https://in.example/l/phtntn88b6wpqsgv',
  qrUrl: 'https://in.example/q/phtntn88b6wpqsgv',
  pageUrl: 'https://in.example/o/phtntn88b6wpqsgv',
  posterUrl: 'https://in.example/o/phtntn88b6wpqsgv/poster',
  whatsappUrl: 'https://wa.me/525500000001?text=Hola%2C%20Acme.%20(phtn-tn88-b6wp-qsgv)',
  counts: none,
  version: 1,
  createdAt: '2026-11-22T01:59:31.990Z',
  updatedAt: '2026-11-22T01:59:31.990Z',
};
const link = {
  code: 'ETOJQT6OPGI447',
  url: 'https://wa.me/message/ETOJQT6OPGI447',
  message: 'Hello Café Luna, I would like to know more. (pcz5-mx3t-3pn8-ct78)',
  pointId: 'pt_pcz5mx3t3pn8ct78',
};

/** Collection points. */
export const pointOperations = {
  'POST /v1/apps/{appId}/points': {
    summary: 'Make a collection point',
    description:
      'A place where opt-ins are collected. Everything that keeps it from being offered to people is a fault, all of them at once. A ' +
      'notice without a version is its latest.',
    body: pointSettings,
    example: {
      kind: 'link',
      name: 'Poster in the shop',
      notice: { noticeId: 'spring' },
      purposes: ['offers', 'order-updates'],
      campaign: 'spring-26',
      cap: 500,
      expiresAt: '2027-06-30T23:59:59-06:00',
    },
    answers: { 201: { description: 'The point.', body: pointAnswer, example: point } },
    problems: [],
  },

  'GET /v1/apps/{appId}/points': {
    summary: 'List collection points',
    description: 'The points of the app, in no particular order.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of points.',
        body: listOf(pointAnswer),
        example: { data: [point], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/points/{pointId}': {
    summary: 'Read a collection point',
    description: 'With what was counted there, and whether it takes people now.',
    answers: { 200: { description: 'The point.', body: pointAnswer, example: point } },
    problems: [],
  },

  'PATCH /v1/apps/{appId}/points/{pointId}': {
    summary: 'Change or pause a collection point',
    description:
      'Settings that are given replace those before, each as a whole; null takes an optional one away. A pause is never refused and ' +
      'holds at once. The kind never changes.',
    body: pointChange,
    example: { status: 'paused' },
    answers: {
      200: {
        description: 'The point after the change.',
        body: pointAnswer,
        example: { ...point, status: 'paused', state: 'paused', version: 2 },
      },
    },
    problems: ['already-exists'],
  },
} as const satisfies Operations;

/** What was counted, by day. */
export const countOperations = {
  'GET /v1/apps/{appId}/counts': {
    summary: 'Read the counts of an app by day, and of its people now',
    description:
      'People who became opted in to a purpose, and people who ended that, by calendar day in the time zone of the app, at most ' +
      `${mostDays} at once. Expiry is no act and is not among them. Without \`to\` until today, without \`from\` the 30 days until then. ` +
      'Beside them `now`: how many people stand where, and how many windows are open. Neither is the sum of the days.',
    query: countsQuery,
    answers: {
      200: {
        description: 'What was counted.',
        body: appCountsAnswer,
        example: {
          timeZone: 'America/Mexico_City',
          from: '2026-11-25',
          to: '2026-11-26',
          totals: [{ purposeId: 'offers', optIns: 45, optOuts: 3 }],
          days: [
            { day: '2026-11-25', purposes: [] },
            { day: '2026-11-26', purposes: [{ purposeId: 'offers', optIns: 45, optOuts: 3 }] },
          ],
          topPoints: [
            { pointId: 'pt_phtntn88b6wpqsgv', name: 'Poster in the shop', kind: 'link', shown: 101, confirmed: 47 },
          ],
          now: {
            people: 120,
            purposes: [
              {
                purposeId: 'offers',
                optedIn: 80,
                pending: 2,
                optedOut: 14,
                erased: 1,
                unconfirmed: 3,
                neverAsked: 20,
              },
            ],
            openWindows: 9,
          },
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/points/{pointId}/counts': {
    summary: 'Read the counts of a point by day',
    description:
      `Calendar days in the time zone of the app, at most ${mostDays} at once. Without \`to\` until today, without \`from\` the 30 days ` +
      'until then.',
    query: countsQuery,
    answers: {
      200: {
        description: 'What was counted.',
        body: pointCountsAnswer,
        example: {
          pointId: 'pt_phtntn88b6wpqsgv',
          timeZone: 'America/Mexico_City',
          from: '2026-11-25',
          to: '2026-11-26',
          steps: ['shown', 'ticked', 'sentToChat', 'confirmed'],
          lostAt: 'ticked',
          totals: busy,
          days: [
            { day: '2026-11-25', counts: none },
            { day: '2026-11-26', counts: busy },
          ],
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

const fileHeaders = { 'Content-Disposition': 'The name under which a browser keeps it.' };

/** Files to print and to place. */
export const pointFileOperations = {
  'GET /v1/apps/{appId}/points/{pointId}/qr.svg': {
    summary: 'Get the QR code of a point as SVG',
    description: "The code holds the point's tracked address.",
    query: noQuery,
    answers: { 200: { description: 'The code.', contentType: 'image/svg+xml', headers: fileHeaders } },
    problems: [],
  },

  'GET /v1/apps/{appId}/points/{pointId}/qr.png': {
    summary: 'Get the QR code of a point as PNG',
    description: "The code holds the point's tracked address.",
    query: qrPngQuery,
    answers: { 200: { description: 'The code.', contentType: 'image/png', headers: fileHeaders } },
    problems: [],
  },

  'GET /v1/apps/{appId}/points/{pointId}/poster.svg': {
    summary: 'Find the poster of a point',
    description:
      'Posters are pages to print: `posterUrl` of the point. This answers 410 with the address of that page.',
    query: posterQuery,
    answers: {},
    problems: ['moved'],
  },
} as const satisfies Operations;

/** Meta's own short links. */
export const metaLinkOperations = {
  'POST /v1/apps/{appId}/points/{pointId}/meta-link': {
    summary: "Make Meta's short link of a point",
    description: 'The same call again answers 200 with the same link, and brings its text up to date.',
    answers: {
      200: { description: 'The link that there was.', body: metaLinkAnswer, example: link },
      201: { description: 'The new link.', body: metaLinkAnswer, example: link },
    },
    problems: ['invalid-input', 'meta-not-set-up', 'meta-refused', 'already-exists'],
  },

  'DELETE /v1/apps/{appId}/points/{pointId}/meta-link': {
    summary: "Take Meta's short link of a point away",
    description: 'At Meta first, then at the point. The answer is the same when there was none.',
    answers: { 204: { description: 'There is no link.' } },
    problems: ['invalid-input', 'meta-not-set-up', 'meta-refused', 'already-exists'],
  },

  'GET /v1/apps/{appId}/meta-links': {
    summary: "List Meta's short links",
    description: "What Meta has for the app's number now, at most 25 a page.",
    query: plainList,
    answers: {
      200: {
        description: 'A page of links.',
        body: listOf(metaLinkAnswer),
        example: { data: [link], nextCursor: null },
      },
    },
    problems: ['meta-not-set-up', 'meta-refused'],
  },
} as const satisfies Operations;

const settings = {
  name: { description: 'For you; never shown to people.', examples: ['Poster in the shop'] },
  notice: { description: 'What people are shown; without a version the latest is meant.' },
  purposes: { description: 'Purposes of the app that are offered, in the order in which they are shown.' },
  greeting: { description: 'The first words of the chat for somebody who ticked nothing.' },
  origins: {
    description: 'Origins of the web pages that may show the widget or form, without a path.',
    examples: [['https://shop.example']],
  },
  cap: { description: 'How many opt-ins it may bring.' },
  formLimit: { description: 'How many forms with numbers it takes in ten minutes, from everybody together.' },
} as const;

/** What the schemas of requests cannot say by themselves. */
export const pointNotes = [
  ...notesOn(countsQuery, {
    from: { description: 'The first day.', format: 'date', examples: ['2026-11-01'] },
    to: { description: 'The last day.', format: 'date', examples: ['2026-11-26'] },
  }),
  ...notesOn(pointSettings, { kind: { description: 'What it is; it never changes.' }, ...settings }),
  ...notesOn(pointChange, settings),
  ...notesOn(qrPngQuery, {
    size: { description: 'Pixels, 128 to 2048; 512 when not given.', pattern: '^[1-9]\\d{2,3}$', examples: ['512'] },
  }),
  ...notesOn(posterQuery, {
    lang: { description: 'A language that the notice has words in.', examples: ['es'] },
  }),
];
