import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { auditAnswer } from './answers.ts';
import { auditQuery } from './audit-query.ts';

const entry = {
  at: '2026-11-21T10:00:00.120Z',
  by: 'person_k3v9m2x7q4w8r5t1',
  operation: 'getExport',
  appId: 'acme',
  target: 'exp_0mwprg3k02a6c778939658dca',
  status: 200,
  requestId: 'JKJaXmPLvHcESHA=',
};

/** The audit list. */
export const auditOperations = {
  'GET /v1/audit': {
    summary: 'List what was done',
    description:
      'Every act that changed what the stage is, and every link to an audience that was handed out, newest first. Nothing is ever changed in it or taken out. Whoever has some apps sees what was done there.',
    query: auditQuery,
    answers: {
      200: { description: 'A page of acts.', body: listOf(auditAnswer), example: { data: [entry], nextCursor: null } },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schema of the query cannot say by itself. */
export const auditNotes = [
  ...notesOn(auditQuery, {
    app: { description: 'Only what was about this app.', examples: ['acme'] },
    by: { description: 'Only what this key or person did.', examples: ['person_k3v9m2x7q4w8r5t1'] },
    from: { description: 'From this time on.' },
    to: { description: 'Before this time.' },
  }),
] as const;
