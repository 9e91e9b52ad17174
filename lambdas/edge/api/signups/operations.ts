import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { signupAnswer, signupWithTextsAnswer } from './answers.ts';
import { newSignup, signupChange } from './signup.ts';

const text = {
  signupMessage: 'Get offers from Acme on WhatsApp, at most four a month. You can stop at any time.',
  confirmationMessage: 'You get offers from Acme now. Your code: {{promo_code}}. Reply STOP to end it.',
  privacyPolicyUrl: 'https://acme.example/privacy',
  promoCode: 'HELLO10',
};
const signup = {
  signupId: '13176843987434774',
  name: 'Checkout page',
  status: 'active',
  adopted: true,
  ...text,
  purposes: ['offers'],
  locale: 'en',
  pointId: 'pt_phtntn88b6wpqsgv',
  url: 'https://wa.me/525500000001/signup/13176843987434774',
  countedUrl: 'https://in.example/l/phtntn88b6wpqsgv',
  createdAt: '2026-11-26T10:00:00.000Z',
  updatedAt: '2026-11-26T10:00:00.000Z',
};
const withTexts = {
  ...signup,
  texts: [
    {
      ...text,
      since: '2026-11-26T10:00:00.000Z',
      hash: 'b3d2f1a7c9e8456f0a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f50617',
    },
  ],
};
const atMeta = ['meta-not-set-up', 'meta-refused'] as const;

/** In-App Signups of Meta's. */
export const signupOperations = {
  'POST /v1/apps/{appId}/signups': {
    summary: 'Make an In-App Signup',
    description:
      'Makes the signup at Meta and a collection point for it here. Who signs up is opted in to these purposes and nothing else. ' +
      'Meta offers it neither to businesses nor to people in some countries (docs/in-app-signup.md); a number of one of them is a fault.',
    body: newSignup,
    example: { name: 'Checkout page', purposes: ['offers'], locale: 'en', ...text },
    answers: { 201: { description: 'The signup.', body: signupWithTextsAnswer, example: withTexts } },
    problems: [...atMeta, 'notice-lint'],
  },

  'GET /v1/apps/{appId}/signups': {
    summary: 'List In-App Signups',
    description:
      "What Meta has now for the app's account, at most 25 a page, also what was made elsewhere. A text that was changed elsewhere is noted.",
    query: plainList,
    answers: {
      200: {
        description: 'A page of signups.',
        body: listOf(signupAnswer),
        example: { data: [signup], nextCursor: null },
      },
    },
    problems: atMeta,
  },

  'GET /v1/apps/{appId}/signups/{signupId}': {
    summary: 'Read an In-App Signup',
    description: 'As Meta has it now, with every text that it had.',
    answers: { 200: { description: 'The signup.', body: signupWithTextsAnswer, example: withTexts } },
    problems: atMeta,
  },

  'PATCH /v1/apps/{appId}/signups/{signupId}': {
    summary: 'Change, disable or adopt an In-App Signup',
    description:
      'What is given changes. The address of the privacy policy never does, nor do the purposes: naming them adopts a signup that was ' +
      'made elsewhere, once. A changed text is kept with its date; the one before goes on being the evidence of who signed up under it.',
    body: signupChange,
    example: { status: 'disabled' },
    answers: {
      200: {
        description: 'The signup after the change.',
        body: signupWithTextsAnswer,
        example: { ...withTexts, status: 'disabled' },
      },
    },
    problems: [...atMeta, 'notice-lint', 'already-exists'],
  },
} as const satisfies Operations;

const shared = {
  name: { description: 'For you, and what Meta shows to you; never shown to people.', examples: ['Checkout page'] },
  signupMessage: { description: 'What people read before they sign up. Held to the rules for notices of the app.' },
  confirmationMessage: {
    description: 'What WhatsApp sends them afterwards. `{{promo_code}}` stands for the code, and wants one.',
  },
  websiteUrl: { description: 'https.', examples: ['https://acme.example'] },
  promoCode: { pattern: '^[A-Za-z0-9]{1,50}$', examples: ['HELLO10'] },
  profile: { description: 'By which rules the words are measured (docs/linter.md); strict when not given.' },
  locale: { description: 'The language of the words, BCP 47; that of the app when not given.', examples: ['en'] },
} as const;

/** What the schemas of requests cannot say by themselves. */
export const signupNotes = [
  ...notesOn(newSignup, {
    ...shared,
    purposes: { description: 'What a signup opts in to, for ever.', examples: [['offers']] },
    privacyPolicyUrl: { description: 'https. It never changes.', examples: ['https://acme.example/privacy'] },
    acceptTerms: {
      description:
        "That the business accepts Meta's terms for marketing messages; Meta wants it with the first signup of an account.",
    },
  }),
  ...notesOn(signupChange, {
    ...shared,
    purposes: { description: 'Adopts a signup that was made elsewhere; refused for one that has purposes.' },
    textSince: {
      description:
        'With an adoption: since when the signup has said what it says now, as you know it. Who signed up before is not opted in. The time of the adoption when not given.',
    },
  }),
];
