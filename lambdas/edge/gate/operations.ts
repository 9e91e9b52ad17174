import type { Operations } from '../http/operation.ts';

const message = {
  contentType: 'application/json',
  description: 'As Meta documents it: WhatsApp Business Platform, Cloud API, Messages.',
};
const answers = {
  200: { description: "Meta's own answer." },
  400: { description: "Denied, or no message that can be judged: an error in Meta's form (docs/gate.md)." },
  503: { description: 'Nobody could say whether it may go. Nothing was sent.' },
  504: { description: 'Meta did not answer. Nobody knows whether it goes out.' },
};

/** Meta's send path. No part of the document: Meta's own documentation says what is sent, docs/gate.md what is answered. */
export const gateOperations = {
  'POST /{graphVersion}/{phoneNumberId}/messages': {
    summary: 'Send a message through the gate',
    description: 'The key is the access token. The message goes on to Meta only if it may go to that person now.',
    foreignBody: message,
    answers,
    problems: [],
  },

  'POST /{graphVersion}/{phoneNumberId}/marketing_messages': {
    summary: 'Send a marketing template through the gate',
    description: "The same by Meta's Marketing Messages API.",
    foreignBody: message,
    answers,
    problems: [],
  },

  'ANY /{graph+}': {
    summary: 'Take what no other route takes',
    description:
      'Messages without a version, files and templates go on to Meta; other paths of its form are 404 in its form, and all the rest as ' +
      'API Gateway says it.',
    answers: { 200: { description: "Meta's own answer." }, 404: { description: 'Nothing is here.' } },
    problems: [],
  },
} as const satisfies Operations;
