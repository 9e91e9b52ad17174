import { listOf } from '../../declarations/answer-fields.ts';
import { notesOn } from '../../declarations/field-notes.ts';
import { plainList } from '../../http/list-query.ts';
import type { Operations } from '../../http/operation.ts';
import { meAnswer, personAnswer } from './answers.ts';
import { newPerson, personChange } from './person.ts';

const person = {
  personId: 'person_k3v9m2x7q4w8r5t1',
  email: 'ana@acme.example',
  role: 'marketer',
  apps: ['acme'],
  numbers: false,
  invitedAt: '2026-11-21T10:00:00.120Z',
  invitedBy: 'person_c3kqpyv5gthsd2xm',
};

/** The people of the business who sign in, and who calls. */
export const peopleOperations = {
  'GET /v1/me': {
    summary: 'Ask who I am',
    description: 'The key or the person that calls, and what they may do.',
    answers: {
      200: {
        description: 'Who calls.',
        body: meAnswer,
        example: {
          kind: 'person',
          personId: person.personId,
          email: person.email,
          role: 'auditor',
          numbers: true,
          scopes: ['apps:read', 'users:read', 'eligibility:read', 'collection:read', 'exports:counts', 'audit:read'],
          apps: ['acme'],
          ratePerSecond: 1000,
        },
      },
    },
    problems: ['not-found'],
  },

  'POST /v1/people': {
    summary: 'Invite somebody to sign in',
    description:
      'The user pool writes to the address. Whoever was removed is invited anew. A key can give only what it has itself.',
    body: newPerson,
    example: { email: 'ana@acme.example', role: 'marketer', apps: ['acme'] },
    answers: { 201: { description: 'The person.', body: personAnswer, example: person } },
    problems: ['already-exists', 'beyond-own-key', 'no-sign-in', 'not-found'],
  },

  'GET /v1/people': {
    summary: 'List people',
    description: 'Everybody who signs in here, and who was removed.',
    query: plainList,
    answers: {
      200: {
        description: 'A page of people.',
        body: listOf(personAnswer),
        example: { data: [person], nextCursor: null },
      },
    },
    problems: ['no-sign-in'],
  },

  'PATCH /v1/people/{personId}': {
    summary: 'Change the role of a person',
    description:
      'Role, apps, and whether a marketer sees numbers. A new role counts with the next access token; until then the person may do nothing.',
    body: personChange,
    example: { role: 'support', apps: ['acme'] },
    answers: {
      200: { description: 'The person.', body: personAnswer, example: { ...person, role: 'support', numbers: true } },
    },
    problems: ['already-exists', 'beyond-own-key', 'last-owner', 'no-sign-in'],
  },

  'DELETE /v1/people/{personId}': {
    summary: 'Remove a person',
    description:
      'The account is disabled and signed out everywhere. People and keys cannot be made by them at once, all else ends within 60 seconds. Keys that they made live on.',
    answers: { 204: { description: 'The person is removed.' } },
    problems: ['already-exists', 'beyond-own-key', 'last-owner', 'no-sign-in'],
  },
} as const satisfies Operations;

/** What the schemas of requests cannot say by themselves. */
export const peopleNotes = [
  ...notesOn(newPerson, {
    email: {
      description: 'Where the invitation goes, and what the person signs in with.',
      examples: ['ana@acme.example'],
    },
    role: { description: 'What the person may do (docs/people.md).' },
    apps: { description: 'App ids, or "all". An owner has all, so this is left out.', examples: [['acme'], 'all'] },
    numbers: { description: "Only of a marketer: whether people's numbers are seen and audiences downloaded." },
  }),
  ...notesOn(personChange, {
    role: { description: 'What the person may do from now on.' },
    apps: { description: 'App ids, or "all". Needed of whoever was an owner.', examples: [['acme'], 'all'] },
    numbers: { description: "Only of a marketer: whether people's numbers are seen and audiences downloaded." },
  }),
] as const;
