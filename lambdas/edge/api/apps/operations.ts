import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { appAnswer, automatedMessagePreview } from './answers.ts';
import { appChange, appSettings, automatedMessageDraft } from './app.ts';
import { brandSettings } from './brand.ts';

const created = {
  appId: 'acme',
  displayName: 'Acme',
  smsName: 'Acme',
  locale: 'es-MX',
  timeZone: 'America/Mexico_City',
  whatsapp: {
    phoneNumberId: '106540352242922',
    phone: '+525500000001',
    wabaId: '102290129340398',
    provider: 'meta',
  },
  canSend: true,
  smsNumbers: [{ phone: '+15550100001', country: 'US', provider: 'aws' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
  ],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  keywordNotice: { noticeId: 'sms-poster', noticeVersion: 1 },
  version: 1,
  createdAt: '2026-11-21T10:00:00.120Z',
  updatedAt: '2026-11-21T10:00:00.120Z',
};

/** Apps and their settings. */
export const appOperations = {
  'POST /v1/apps': {
    summary: 'Make an app',
    description:
      'An app is one business identity on one WhatsApp number. Its appId is chosen once. A number brings the customers of the apps on it ' +
      'with it, so only a key that reaches all of these apps puts another app on it.',
    body: appSettings,
    example: {
      appId: 'acme',
      displayName: 'Acme',
      smsName: 'Acme',
      locale: 'es-MX',
      timeZone: 'America/Mexico_City',
      whatsapp: { phoneNumberId: '106540352242922', phone: '+52 55 0000 0001', wabaId: '102290129340398' },
      smsNumbers: [{ phone: '+1 (555) 010-0001', country: 'US' }],
      purposes: [
        { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
        { purposeId: 'order-updates', name: 'Order updates', category: 'utility' },
      ],
      keywordNotice: { noticeId: 'sms-poster', noticeVersion: 1 },
    },
    answers: { 201: { description: 'The app as it begins.', body: appAnswer, example: created } },
    problems: ['beyond-own-key', 'already-exists'],
  },

  'GET /v1/apps': {
    summary: 'List apps',
    description: 'The apps that the key reaches, by appId.',
    query: plainList,
    answers: {
      200: { description: 'A page of apps.', body: listOf(appAnswer), example: { data: [created], nextCursor: null } },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}': {
    summary: 'Read an app',
    description: 'The settings of an app as they are now.',
    answers: { 200: { description: 'The app.', body: appAnswer, example: created } },
    problems: [],
  },

  'PATCH /v1/apps/{appId}': {
    summary: 'Change an app',
    description:
      'Settings that are given replace those before, each as a whole, and the brand field by field; null takes an optional one away. Purposes are added or changed, ' +
      'never removed: statements rest on them. Of two changes at once one gets 409 and repeats. Another WhatsApp number closes all windows; in ' +
      'another portfolio BSUIDs of the former one only deny.',
    body: appChange,
    example: { doubleOptIn: ['web-form'] },
    answers: {
      200: {
        description: 'The app after the change.',
        body: appAnswer,
        example: { ...created, doubleOptIn: ['web-form'], version: 2 },
      },
    },
    problems: ['already-exists'],
  },

  'POST /v1/apps/{appId}/automated-message/preview': {
    summary: 'Preview the automated message',
    description:
      'Exactly what somebody would get who writes for the first time and was never asked for anything, with this notice and these ' +
      'greetings, in each language of the notice. Nothing is kept or sent.',
    body: automatedMessageDraft,
    example: { noticeId: 'hello', greetings: [{ locale: 'es-MX', text: '¡Qué gusto! Aquí Acme.' }] },
    answers: {
      200: {
        description: 'The message by language, and what the linter finds in the greetings.',
        body: automatedMessagePreview,
        example: {
          texts: [
            {
              locale: 'es-MX',
              text: '¡Qué gusto! Aquí Acme.\n\nAcepto recibir ofertas y avisos de pedidos de Acme por WhatsApp en este número.\n\nPulsa lo que quieras recibir. Cada opción es un sí solo a eso.\n\nResponde STOP cuando quieras para no recibir más mensajes.',
              buttons: ['Ofertas', 'Avisos de pedidos', 'No, gracias'],
              leftOut: [],
              faults: [],
            },
          ],
          findings: [],
          obstacles: [],
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of a brand cannot say by themselves. */
const brandNotes = {
  logo: {
    description:
      'PNG, JPEG, WebP or SVG as base64, at most 24 KB and 1,024 pixels a side. What it is, its bytes say. An SVG is cleaned.',
    examples: ['iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg=='],
  },
  accent: {
    description: 'Of buttons and ticks, in both schemes unless there is one for the dark.',
    examples: ['#0b57d0'],
  },
  accentDark: { description: 'The same in the dark scheme.', examples: ['#a8c7fa'] },
  siteUrl: { description: 'The site of the business.', format: 'uri', examples: ['https://acme.example'] },
  returnUrl: {
    description: 'Where people go on after an opt-in; else to the site.',
    format: 'uri',
    examples: ['https://acme.example/thanks'],
  },
  supportLine: { description: 'Whom to ask, as plain text.', examples: ['help@acme.example'] },
};

/** What the schemas of requests cannot say by themselves. */
export const appNotes = [
  ...notesOn(brandSettings, brandNotes),
  ...notesOn(appSettings, {
    appId: {
      description: 'Chosen once: 2 to 31 lower-case letters, digits and hyphens, starting with a letter.',
      pattern: '^[a-z][a-z0-9-]{1,30}$',
      examples: ['acme'],
    },
    displayName: { examples: ['Acme'] },
    brand: { description: 'How the business looks on pages, widget and posters (docs/brand.md).' },
    smsName: {
      description:
        'The name in `OPTIN <APP NAME>`: it holds letters or digits. Compared without regard to case, width and blanks.',
      examples: ['Acme'],
    },
    whatsapp: {
      description:
        "Meta's phone_number_id, the number, the WABA and its business portfolio. A number belongs to one app. The portfolio " +
        'has to be said for a WABA that is new to the app, because BSUIDs are good in one portfolio only.',
    },
    smsNumbers: {
      description:
        'May be shared by apps with different smsNames. provider says by whom its messages come and go: `aws` when not given, or `twilio`.',
    },
    purposes: {
      description:
        'What messages are for. category is WhatsApp’s own; validForDays ends a grant; keywordOptIn lets `OPTIN <APP NAME>` grant it.',
    },
    doubleOptIn: { description: 'Reported sources whose opt-ins stay pending until the phone itself confirms.' },
    automatedMessage: {
      description:
        'What somebody is asked who writes for the first time: under the latest version of a published notice, with the business’s own ' +
        'first words in some languages. To be enabled it needs the notice, and words that the linter takes.',
      examples: [{ enabled: true, noticeId: 'hello' }],
    },
    automatedReplies: {
      description:
        'What the app answers by itself to people who write on WhatsApp: a greeting to the first message after the window was closed, ' +
        'a word that nobody is there outside opening hours (by the app’s time zone), answers to keywords, each with the way to a ' +
        'human where that is on. At most one to a message, three of a kind in 24 hours to one person, and minimumSeconds apart (60 ' +
        'when not given). A word that we hear ourselves (STOP, START, HELP …) is refused with the name of its rule.',
      examples: [{ greeting: [{ locale: 'es', text: '¡Hola! ¿En qué podemos ayudarte?' }], human: { enabled: true } }],
    },
    countryRules: {
      description:
        'What the app says of countries in place of the country rules, one for a country: `nothing` lets through what they deny, ' +
        '`marketing` and `everything` deny on the app’s own account. The note says why, and who says so.',
      examples: [[{ country: 'US', denies: 'nothing', note: 'Meta’s letter of 2026-11-20, Ana' }]],
    },
    telephone: {
      description:
        'Missed calls and IVR (docs/telephone.md). numbers are those that people call; a call to another one is kept aside. Callers are asked ' +
        'on WhatsApp under the latest version of a published notice: by the template whose locale fits, or as text inside an open window. ' +
        'To be enabled it needs the notice, and greetings that the linter takes.',
      examples: [
        {
          numbers: [{ phone: '+525500000002' }],
          noticeId: 'hello',
          welcome: [{ locale: 'es-MX', name: 'may_we_write', language: 'es_MX' }],
          missedCalls: { enabled: true },
        },
      ],
    },
    events: {
      description:
        'What events tell besides ids (docs/events.md). identifiers: the person’s number and BSUID. messages: what people write is an event ' +
        'too, with its words.',
      examples: [{ identifiers: true }],
    },
    gupshup: {
      description:
        'What programs made for Gupshup find here: the name of the app there, and which purposes and notice stand behind an opt-in that ' +
        'names nothing but a number. Without bareOptIn such an opt-in is refused.',
      examples: [
        { appName: 'DemoApp', bareOptIn: { purposes: ['offers'], noticeId: 'web-sign-up', noticeVersion: 2 } },
      ],
    },
    keywordNotice: { description: 'The notice that advertised the SMS keyword; it goes into the evidence.' },
  }),
] as const;
