import { bulkOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import type { Operations } from '../../http/operation.ts';
import { personalLinkAnswer } from './answers.ts';
import { newLink } from './personal-link.ts';

const asked = { user: { phone: '+52 55 1234 5678' }, pointId: 'pt_ptkx8fnzdbbncmgg' };
const made = {
  url: 'https://in.example/me/Ae0wMQ29POkf1ISHO0bNvIe4xhO-EhBPgO61wmlvnZsZAR43GI_vWdz2LxnaXNBPO5cdmHRk56XtcJkHiZ8',
  expiresAt: '2026-12-22T02:02:44.000Z',
};

/** Personal links. */
export const personalLinkOperations = {
  'POST /v1/apps/{appId}/personal-links': {
    summary: 'Make a personal link',
    description:
      'An opt-in link or a preference link for one person, by the kind of its point. Whoever has the link is taken for the person. ' +
      'Nothing is stored for it.',
    body: newLink,
    example: asked,
    answers: { 201: { description: 'The link.', body: personalLinkAnswer, example: made } },
    problems: [],
  },

  'POST /v1/apps/{appId}/personal-links/bulk': {
    summary: 'Make up to 100 personal links',
    description: 'Each is answered as the single call would.',
    item: newLink,
    example: { ...asked, validForHours: 72 },
    answers: {
      200: {
        description: 'An answer for each, in their order.',
        body: bulkOf(personalLinkAnswer),
        example: { data: [{ status: 201, body: made }] },
      },
    },
    problems: [],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const personalLinkNotes = notesOn(newLink, {
  pointId: { description: 'A point of the kind personal-link or preference-page.', examples: ['pt_ptkx8fnzdbbncmgg'] },
  expiresAt: {
    description:
      'An opt-in link lives from 1 hour to 180 days, 30 when not given; a preference link from 60 to 730 days, 400 when not given.',
  },
  validForHours: { description: 'Instead of expiresAt.' },
});
