import * as z from 'zod';
import type { Operations } from '../http/operation.ts';

const html = 'text/html';
const page = (description: string) => ({ description, contentType: html });
const onward = (description: string) => ({ description, headers: { Location: 'Where to go on.' } });
const closed = page('The point is paused, expired or full; or the link has expired.');

const spoken = {
  lang: z.string().optional().meta({ description: 'BCP 47: the language of the page. Else by Accept-Language.' }),
};
const campaign = {
  ...spoken,
  utm_source: z.string().optional(),
  utm_medium: z.string().optional(),
  utm_campaign: z.string().optional(),
  utm_term: z.string().optional(),
  utm_content: z.string().optional(),
};
const seen = {
  version: z.string().meta({ description: 'Of the notice that was shown.' }),
  locale: z.string().meta({ description: 'Of the text that was shown.' }),
};

/** Pictures that pages, widget and previews show. */
export const logoOperations = {
  'GET /logo/{logo}': {
    summary: 'Load a logo',
    description: 'The picture under its hash, or a letter in a circle. It never changes and may be kept for ever.',
    answers: {
      200: { description: 'PNG, JPEG, WebP or SVG.', contentType: 'image/*' },
    },
    problems: [],
  },
} as const satisfies Operations;

/** Pages of collection points. People come to them by links and codes; programs have no business there. */
export const pointPageOperations = {
  'GET /l/{token}': {
    summary: 'Follow the short link of a point',
    description:
      'Counts a click and leads to the page or into the chat. A HEAD and whoever looks ahead are not counted.',
    lenient: { query: z.object(campaign) },
    answers: { 302: onward('To the page of the point, or into the chat.'), 410: closed },
    problems: [],
  },
  'GET /q/{token}': {
    summary: 'Follow the QR code of a point',
    description: 'As the short link, counted as a scan.',
    lenient: { query: z.object(campaign) },
    answers: { 302: onward('To the page of the point, or into the chat.'), 410: closed },
    problems: [],
  },
  'GET /o/{token}': {
    summary: 'Open the page of a point',
    description: 'The notice with purposes to tick. Opening it does nothing.',
    lenient: { query: z.object(campaign) },
    answers: { 200: page('The page.'), 410: closed },
    problems: [],
  },
  'POST /o/{token}': {
    summary: 'Choose on the page of a point',
    description: 'A choice, which the phone has to confirm. Only the form of our own page is taken.',
    lenient: {
      form: z.object({
        ...seen,
        hash: z.string().meta({ description: 'Of the text that was shown.' }),
        purpose: z.array(z.string()).optional().meta({ description: 'Each purpose that was ticked.' }),
        country: z.string().optional(),
        number1: z.string().optional(),
        number2: z.string().optional(),
        number3: z.string().optional(),
        stay: z.string().optional().meta({ description: 'On a phone: to the last step, and not into the chat.' }),
        in: z.string().optional().meta({ description: 'BCP 47: show the page in this language. Nothing is chosen.' }),
      }),
    },
    answers: {
      200: page('The page again, in another language.'),
      303: onward('On a phone into the chat, else to the last step.'),
      410: closed,
      422: page('The page again, with what is wrong.'),
    },
    problems: ['unreadable-input', 'body-too-large', 'unsupported-media-type', 'too-many-forms'],
  },
  'GET /o/{token}/poster': {
    summary: 'Open the poster of a point',
    description: 'A page to print, in the size of its paper. Opening it counts nothing.',
    lenient: {
      query: z.object({
        paper: z
          .string()
          .optional()
          .meta({ description: 'a4 (when not given), letter, a6, card, tent or tent-letter.' }),
        lang: z.string().optional().meta({ description: 'A language of the notice; that of the app when not given.' }),
      }),
    },
    answers: { 200: page('The poster.') },
    problems: ['invalid-input'],
  },
  'GET /o/{token}/{code}': {
    summary: 'Open the last step of a choice',
    description: 'The message to send, and whether it has arrived. Opening it changes nothing.',
    lenient: {
      query: z.object({
        open: z.string().optional().meta({ description: 'Straight into the chat.' }),
        sent: z.string().optional().meta({ description: 'The visitor says that the message is sent.' }),
        look: z.literal('off').optional().meta({ description: 'The page does not look again by itself.' }),
        ...spoken,
      }),
    },
    answers: {
      200: page('The page.'),
      302: onward('Into the chat.'),
      410: page('The choice has lapsed.'),
    },
    problems: [],
  },
} as const satisfies Operations;

/** Pages behind personal links. */
export const personPageOperations = {
  'GET /me/{link}': {
    summary: 'Open a personal link',
    description: 'The page where one person opts in, or sees and changes what they get. Opening it does nothing.',
    lenient: { query: z.object({ ...spoken, done: z.string().optional() }) },
    answers: { 200: page('The page.'), 410: closed },
    problems: [],
  },
  'POST /me/{link}': {
    summary: 'Act by a personal link',
    description:
      'The form of the page; or the stop of everything that a mail program posts by itself (RFC 8058), which is taken from anywhere.',
    lenient: {
      form: z.object({
        do: z.enum(['stop', 'stop-marketing', 'save']).optional().meta({ description: 'The button.' }),
        act: z.string().optional(),
        'shown-at': z.string().optional(),
        version: z.string().optional(),
        locale: z.string().optional(),
        purpose: z.array(z.string()).optional(),
        shown: z.array(z.string()).optional(),
        number: z.string().optional(),
        in: z.string().optional().meta({ description: 'BCP 47: show the page in this language. Nothing is done.' }),
        'List-Unsubscribe': z.literal('One-Click').optional(),
      }),
    },
    answers: {
      200: page('The page again, in another language. To a mail program: "Stopped." as text/plain.'),
      303: onward('To the page, or to the last step.'),
      410: closed,
      422: page('The page again, with what is wrong.'),
    },
    problems: ['unreadable-input', 'body-too-large', 'unsupported-media-type', 'too-many-forms'],
  },
} as const satisfies Operations;
