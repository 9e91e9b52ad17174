import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { promptAnswer } from './answers.ts';
import { newPrompt } from './prompt.ts';

const asked = {
  user: { phone: '+52 55 1234 5678' },
  noticeId: 'signup',
  noticeVersion: 2,
  noticeLocale: 'es',
  purposes: ['offers'],
  validForHours: 72,
};
const issued = {
  quickReplies: {
    yes: 'optledger:p:q274rsjpzbh4df63:y',
    no: 'optledger:p:q274rsjpzbh4df63:n',
    stopMarketing: 'optledger:stop-marketing',
    preferences: 'optledger:preferences',
  },
  flowToken: 'optledger:p:q274rsjpzbh4df63:f',
  expiresAt: '2026-11-29T19:41:09.000Z',
};

/** Payloads for templates and Flows. */
export const promptOperations = {
  'POST /v1/apps/{appId}/prompts': {
    summary: 'Issue payloads for quick replies and Flows',
    description:
      'For one person: what the buttons of a template, or a Flow, say when that person presses them. The template has to show the words ' +
      'of the notice. A yes counts until the end, of nobody else; a no also after it.',
    body: newPrompt,
    example: asked,
    answers: { 201: { description: 'The payloads.', body: promptAnswer, example: issued } },
    problems: ['identity-conflict'],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const promptNotes = notesOn(newPrompt, {
  noticeId: { description: 'A notice that was published here.', examples: ['signup'] },
  noticeLocale: { description: 'Which of its texts the template or the Flow shows.', examples: ['es'] },
  purposes: { description: 'What the yes is to; the text names each of them.' },
  expiresAt: { description: 'From 1 hour to 30 days from now, 30 days when not given.' },
  validForHours: { description: 'Instead of expiresAt.' },
});
