import * as z from 'zod';
import type { Operations } from '../../http/operation.ts';
import { widgetAnswer, widgetConfirmationAnswer, widgetViewAnswer } from './answers.ts';

const readable = {
  'Access-Control-Allow-Origin': 'The origin of the page, which is among those of the point.',
  Vary: 'Origin and Accept-Language.',
};

/** The widget. Its own program calls these from pages whose origins the point names. */
export const widgetOperations = {
  'GET /widget.js': {
    summary: "Load the widget's program",
    description: 'For a script element on a web page; docs/widget.md says how.',
    answers: {
      200: {
        description: 'The program.',
        contentType: 'text/javascript',
        headers: { ETag: 'Of this program.', 'Cache-Control': 'Kept for five minutes.' },
      },
      304: { description: 'It is the one that the browser has.', headers: { ETag: 'Of this program.' } },
    },
    problems: [],
  },
  'GET /w/{token}': {
    summary: 'Read what the widget shows of a point',
    description: 'Only for pages of the origins that the point names.',
    lenient: { query: z.object({ lang: z.string().optional(), country: z.string().optional() }) },
    answers: {
      200: {
        description: 'What to show, or why the point is closed.',
        body: widgetViewAnswer,
        headers: { ...readable, 'Cache-Control': 'Kept for five minutes.' },
        example: { state: 'paused' },
      },
    },
    problems: ['foreign-origin'],
  },
  'GET /w/{token}/{code}': {
    summary: 'Ask whether a choice is confirmed',
    description:
      'Only for pages of the origins that the point names. The widget asks while its last step is looked at.',
    answers: {
      200: {
        description: 'Whether the phone has confirmed it.',
        body: widgetConfirmationAnswer,
        headers: readable,
        example: { state: 'waiting' },
      },
    },
    problems: ['foreign-origin'],
  },
  'POST /w/{token}': {
    summary: 'Choose in the widget',
    description: 'A choice, which the phone has to confirm.',
    lenient: {
      form: z.object({
        opened: z.string().optional().meta({ description: 'As the route of that name, from a program of before.' }),
        version: z.string().optional(),
        locale: z.string().optional(),
        hash: z.string().optional(),
        purpose: z.array(z.string()).optional(),
        country: z.string().optional(),
        number: z.string().optional(),
      }),
    },
    answers: {
      200: {
        description: 'Nothing was ticked: the chat alone.',
        body: widgetAnswer,
        headers: readable,
        example: { whatsappUrl: 'https://wa.me/525500000001?text=Hola' },
      },
      201: {
        description: 'The choice.',
        body: widgetAnswer,
        headers: readable,
        example: {
          whatsappUrl: 'https://wa.me/525500000001?text=Acepto',
          statusUrl: 'https://in.example/o/phtntn88b6wpqsgv/c7q4w8r5t1k3v9m2',
          words: 'Acepto recibir ofertas de Acme. (c7q4-w8r5-t1k3-v9m2)',
        },
      },
      204: { description: 'The opening was counted.', headers: readable },
    },
    problems: [
      'foreign-origin',
      'invalid-input',
      'unreadable-input',
      'body-too-large',
      'unsupported-media-type',
      'too-many-forms',
    ],
  },
  'POST /w/{token}/opened': {
    summary: 'Say that the widget was opened',
    description: 'A visit of the point, counted once.',
    answers: { 204: { description: 'It was counted, if it was a person.', headers: readable } },
    problems: ['foreign-origin'],
  },
} as const satisfies Operations;
