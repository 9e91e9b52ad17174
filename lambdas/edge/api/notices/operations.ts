import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import {
  latestNoticeAnswer,
  lintAnswer,
  listedNoticeAnswer,
  noticeAnswer,
  starterAnswer,
  templateTextsAnswer,
} from './answers.ts';
import { lintRequest } from './lint.ts';
import { noticeId, noticeProposal, privacyUrl } from './notice.ts';
import { starterQuery, templateTextsQuery } from './starter.ts';

const texts = [
  {
    locale: 'en',
    businessName: 'Acme',
    heading: 'Messages from Acme on WhatsApp',
    agreement: 'I agree to receive {purposes} from Acme on WhatsApp at {number}.',
    purposes: [{ purposeId: 'offers', text: 'offers and news' }],
    howToStop: 'You can end the messages at any time and free of charge: send STOP in the chat.',
    privacy: {
      text: 'The privacy notice of Acme says what we do with your number.',
      url: 'https://acme.example/privacy',
    },
  },
];
const published = {
  noticeId: 'spring',
  version: 1,
  profile: 'strict',
  texts,
  hashes: { en: 'NmhtnpKo1y0H3DHtIKvIxFnF_CNb_7_ok0Vyjs_x0xo' },
  warnings: [],
  publishedAt: '2026-11-22T01:59:30.967Z',
  publishedBy: 'key_cpc2ka72y7capq2c',
};
const listed = {
  noticeId: 'spring',
  latestVersion: 1,
  profile: 'strict',
  locales: ['en'],
  publishedAt: '2026-11-22T01:59:30.967Z',
  publishedBy: 'key_cpc2ka72y7capq2c',
};

/** Notices: the words that people agree to. */
export const noticeOperations = {
  'POST /v1/apps/{appId}/notices': {
    summary: 'Publish a notice',
    description:
      'The next version of a notice, unless the linter finds an error in its words. A version never changes. The same words again answer ' +
      '200 with the version that there is.',
    body: noticeProposal,
    example: { noticeId: 'spring', texts },
    answers: {
      200: { description: 'The version that says the same already.', body: noticeAnswer, example: published },
      201: { description: 'The new version.', body: noticeAnswer, example: published },
    },
    problems: ['notice-lint', 'already-exists', 'store-refused'],
  },

  'GET /v1/apps/{appId}/notices': {
    summary: 'List notices',
    description: 'The notices by their ids, without their words.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of notices.',
        body: listOf(listedNoticeAnswer),
        example: { data: [listed], nextCursor: null },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/notices/starter': {
    summary: 'Get words to begin with',
    description:
      'A notice of ours in one language, with the name and purposes of the app: read it, change it, publish it.',
    query: starterQuery,
    answers: {
      200: {
        description: 'A body for publishing a notice.',
        body: starterAnswer,
        example: { noticeId: 'spring', profile: 'strict', texts },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/notices/lint': {
    summary: 'Lint a notice, a form or a template',
    description: 'What the linter says of words, without publishing them.',
    body: lintRequest,
    example: {
      document: {
        kind: 'template',
        locale: 'pt_BR',
        category: 'marketing',
        body: 'Olá! Esta semana tudo com 20% de desconto.',
      },
    },
    answers: {
      200: {
        description: 'What was found.',
        body: lintAnswer,
        example: {
          passes: false,
          findings: [
            {
              rule: 'template-way-out',
              severity: 'error',
              pointer: '',
              detail: 'A marketing template needs a way out that is understood, and this one has none.',
              fix: 'Add a footer such as “Send STOP to end these messages.”',
            },
          ],
        },
      },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/notices/{noticeId}': {
    summary: 'Read a notice',
    description: 'Its latest version, and the numbers of all.',
    answers: {
      200: { description: 'The notice.', body: latestNoticeAnswer, example: { ...published, versions: [1] } },
    },
    problems: [],
  },

  'GET /v1/apps/{appId}/notices/{noticeId}/versions/{version}': {
    summary: 'Read a version of a notice',
    description: 'As it was answered when it was published.',
    answers: { 200: { description: 'The version.', body: noticeAnswer, example: published } },
    problems: [],
  },

  'GET /v1/apps/{appId}/template-texts': {
    summary: 'Get the way out of a template',
    description: 'A footer and a button for marketing templates, whose words we hear as a stop.',
    query: templateTextsQuery,
    answers: {
      200: {
        description: 'The words.',
        body: templateTextsAnswer,
        example: {
          locale: 'pt',
          footer: 'Envie STOP ou SAIR para não receber mais mensagens.',
          optOutButton: 'Parar mensagens',
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const noticeNotes = [
  [
    noticeId,
    {
      description: '2 to 60 lower-case letters, digits and hyphens, starting with a letter; not `starter` or `lint`.',
      pattern: '^[a-z][a-z0-9-]{1,59}$',
      examples: ['spring'],
    },
  ],
  [privacyUrl, { description: 'https only.', format: 'uri', examples: ['https://acme.example/privacy'] }],
  ...notesOn(noticeProposal, {
    profile: { description: 'What the words are measured by.' },
    laws: { description: 'Local law beside it.' },
    texts: { description: 'One a language, 1 to 40. Plain words, without markup and line breaks.' },
  }),
  ...notesOn(starterQuery, { locale: { description: 'A language that we have words in.', examples: ['en'] } }),
  ...notesOn(templateTextsQuery, { locale: { description: 'A language that we have words in.', examples: ['pt-BR'] } }),
] as const;
