import * as z from 'zod';
import type { Operations } from '../../http/operation.ts';

/** What providers send. No part of an integration: the provider's own documentation says what they send. */
export const webhookOperations = {
  'GET /webhooks/whatsapp': {
    summary: "Answer Meta's question whether the webhook is ours",
    description:
      'Meta asks once, when the callback URL is entered. With the right verify token the challenge is answered as it came.',
    lenient: {
      query: z.object({ 'hub.mode': z.string(), 'hub.verify_token': z.string(), 'hub.challenge': z.string() }),
    },
    answers: {
      200: { description: 'The challenge.', contentType: 'text/plain' },
      403: { description: 'Another verify token.' },
    },
    problems: [],
  },

  'POST /webhooks/whatsapp': {
    summary: "Take Meta's notifications of WhatsApp",
    description:
      'Signed with the secret of the app in X-Hub-Signature-256. What is not stored is answered 503, and Meta sends it again.',
    foreignBody: {
      contentType: 'application/json',
      description: 'As Meta documents it: WhatsApp Business Platform, Cloud API, Webhooks.',
    },
    answers: {
      200: { description: 'Everything in it is stored, or kept aside.' },
      401: { description: 'The signature is not right; nothing was read.' },
      503: { description: 'Something could not be stored. Send it again.' },
    },
    problems: [],
  },

  'POST /webhooks/twilio/{appId}/messages': {
    summary: 'Take what people write by SMS or WhatsApp through Twilio',
    description:
      'Signed by Twilio with the secret of the app, or of the stage where the app has none, over the public URL of the stage. ' +
      'What is not stored is answered 503.',
    foreignBody: {
      contentType: 'application/x-www-form-urlencoded',
      description: 'As Twilio documents it: Twilio’s request to your incoming message webhook URL.',
    },
    answers: {
      200: {
        description: 'It is stored, or kept aside. The empty answer: replies go out by themselves.',
        contentType: 'text/xml',
      },
      401: { description: 'The signature is not right, or there is no such app; nothing was read.' },
      503: { description: 'Something could not be stored. Send it again.' },
    },
    problems: [],
  },

  'POST /webhooks/twilio/{appId}/status': {
    summary: 'Take what Twilio says of our messages',
    description:
      'Signed in the same way. Only that a message of ours failed is news, and it is believed by the id of the message.',
    foreignBody: {
      contentType: 'application/x-www-form-urlencoded',
      description: 'As Twilio documents it: Track the message status of outbound messages.',
    },
    answers: {
      200: { description: 'It is stored, or it is no news.', contentType: 'text/xml' },
      401: { description: 'The signature is not right, or there is no such app; nothing was read.' },
      503: { description: 'It could not be stored. Send it again.' },
    },
    problems: [],
  },
} as const satisfies Operations;
