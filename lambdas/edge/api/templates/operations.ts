import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { refreshedAnswer, templateAnswer, templateWithHistoryAnswer } from './answers.ts';
import { refreshQuery, templateChange, templatesQuery } from './template.ts';

const template = {
  templateId: 'tpl_3f0c2d1e9a3b4c6d5f0c2d1e',
  name: 'order_update',
  language: 'en_US',
  metaId: '1689556908129832',
  status: 'approved',
  statusSince: '2026-11-20T10:00:00.000Z',
  category: 'utility',
  categorySince: '2026-11-20T10:00:00.000Z',
  comingChange: { category: 'marketing', from: '2026-11-27T10:00:00.000Z' },
  quality: 'green',
  purpose: 'order-updates',
  sendable: 'yes',
};
const withHistory = {
  ...template,
  words: { body: 'Your order {{1}} is on its way.', buttons: [] },
  history: [
    {
      at: '2026-11-26T10:00:00.000Z',
      heardAt: '2026-11-26T10:00:01.120Z',
      from: 'event',
      category: 'utility',
      comingChange: { category: 'marketing', from: '2026-11-27T10:00:00.000Z' },
    },
    { at: '2026-11-20T11:00:00.000Z', heardAt: '2026-11-20T11:00:00.000Z', from: 'person', purpose: 'order-updates' },
  ],
};

/** Message templates. */
export const templateOperations = {
  'GET /v1/apps/{appId}/templates': {
    summary: 'List message templates',
    description:
      'The templates of the WhatsApp Business Account of the app, in no particular order, as Meta last told of them, each with the one ' +
      'purpose that it serves in this app.',
    query: templatesQuery,
    answers: {
      200: {
        description: 'A page of templates.',
        body: listOf(templateAnswer),
        example: { data: [template], nextCursor: null },
      },
    },
    problems: [],
  },

  'POST /v1/apps/{appId}/templates/refresh': {
    summary: 'Read the message templates from Meta',
    description:
      'Reads the list of the account from Meta, at most 500 templates in one call; `nextCursor` goes on. What it says counts as of the moment when the reading began; what it does not ' +
      'have any more is gone, once all of it was read.',
    query: refreshQuery,
    answers: {
      200: {
        description: 'What came of it.',
        body: refreshedAnswer,
        example: { readAt: '2026-11-26T10:00:00.000Z', read: 12, changed: 2, gone: 0, unreadable: 0, nextCursor: null },
      },
    },
    problems: ['invalid-input', 'meta-not-set-up', 'meta-refused'],
  },

  'GET /v1/apps/{appId}/templates/{templateId}': {
    summary: 'Read a message template',
    description: 'With its words, and the latest 100 things that were said of it.',
    answers: { 200: { description: 'The template.', body: templateWithHistoryAnswer, example: withHistory } },
    problems: [],
  },

  'PATCH /v1/apps/{appId}/templates/{templateId}': {
    summary: 'Say which purpose a message template serves',
    description: 'Exactly one purpose of the app; null takes it away, and nobody may get the template then.',
    body: templateChange,
    example: { purpose: 'order-updates' },
    answers: {
      200: { description: 'The template after the change.', body: templateWithHistoryAnswer, example: withHistory },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const templateNotes = [
  ...notesOn(templatesQuery, {
    status: { description: 'Only templates of this status.', examples: ['paused'] },
    category: { description: 'Only templates whose category now is this one.', examples: ['marketing'] },
    purpose: {
      description: 'Only templates that serve this purpose; `none` = those that serve none.',
      examples: ['none'],
    },
  }),
  ...notesOn(templateChange, {
    purpose: { description: 'A purpose of the app; null = none.', examples: ['order-updates'] },
  }),
];
