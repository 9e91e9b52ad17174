import * as z from 'zod';
import type { Operations } from '../http/operation.ts';

const form = {
  contentType: 'application/x-www-form-urlencoded',
  description: '`user`: the number, or several with commas between them. JSON of the same is read as well.',
};
const enterpriseQuery = z.object({
  method: z.string().meta({ description: '`OPT_IN` or `OPT_OUT`.' }),
  userid: z.string().optional().meta({ description: 'The app.' }),
  password: z.string().optional().meta({ description: 'The API key.' }),
  phone_number: z.string().optional().meta({ description: 'The number, or several with commas between them.' }),
  format: z.string().optional().meta({ description: '`text`, `json` or `xml`.' }),
});
const taken = {
  202: { description: 'It is recorded. The body is empty.' },
  400: { description: 'What is wrong, in Gupshup\'s form: `{ status: "error", message }`.' },
  401: { description: 'No such app for this key, in the same form.' },
  429: { description: 'Too many calls, in the same form.' },
  503: { description: 'It could not be recorded. Send it again.' },
} as const;
const enterpriseAnswer = {
  200: { description: 'What came of it: `status` says whether it was recorded, as Gupshup answers errors too.' },
} as const;

/** Gupshup's own paths. No part of the document: Gupshup's documentation says what is sent, docs/gupshup.md what is answered. */
export const gupshupOperations = {
  'POST /sm/api/v1/app/opt/in/{appName}': {
    summary: 'Opt in as programs of Gupshup do',
    description:
      'Only where the app says which notice and purposes stand behind an opt-in that names nothing but a number.',
    foreignBody: form,
    answers: taken,
    problems: [],
  },

  'POST /sm/api/v1/app/opt/out/{appName}': {
    summary: 'Opt out as programs of Gupshup do',
    description: 'A reported no to everything.',
    foreignBody: form,
    answers: taken,
    problems: [],
  },

  'GET /sm/api/v1/users/{appName}': {
    summary: 'List people as programs of Gupshup do',
    description:
      'Everybody who said yes or no and has a number, in one answer, or page by page where that is asked for.',
    lenient: {
      query: z.object({
        limit: z.string().optional().meta({ description: 'People on a page.' }),
        cursor: z.string().optional().meta({ description: 'Where the page begins: nextCursor of the one before.' }),
      }),
    },
    answers: {
      200: { description: "Gupshup's list, with `nextCursor` where pages were asked for." },
      400: taken[400],
      401: taken[401],
      429: taken[429],
      503: { description: 'It could not be read. Ask again.' },
    },
    problems: [],
  },

  'GET /GatewayAPI/rest': {
    summary: "Opt in or out as programs of Gupshup's enterprise gateway do",
    description: 'The key is the password.',
    lenient: { query: enterpriseQuery },
    answers: enterpriseAnswer,
    problems: [],
  },

  'POST /GatewayAPI/rest': {
    summary: "Opt in or out as programs of Gupshup's enterprise gateway do",
    description: 'The same with a form.',
    foreignBody: { contentType: 'application/x-www-form-urlencoded', description: 'The same parameters.' },
    lenient: { query: enterpriseQuery },
    answers: enterpriseAnswer,
    problems: [],
  },

  'POST /webhooks/gupshup/{appId}/{secret}': {
    summary: "Take Gupshup's notifications of WhatsApp",
    description: 'In its own form (v2) or in that of Meta (v3). The secret in the path proves them.',
    foreignBody: { contentType: 'application/json', description: 'As Gupshup documents it.' },
    answers: {
      200: { description: 'Everything in it is stored, or kept aside. The body is empty.' },
      401: { description: 'No such address; nothing was read.' },
      503: { description: 'Something could not be stored. Send it again.' },
    },
    problems: [],
  },
} as const satisfies Operations;
