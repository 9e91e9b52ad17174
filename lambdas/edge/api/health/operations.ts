import * as z from 'zod';
import type { Operations } from '../../http/operation.ts';

/** Whether the API answers. */
export const healthOperations = {
  'GET /health': {
    summary: 'Ask whether the API answers',
    description: 'It asks nothing else: neither the table nor a provider.',
    answers: {
      200: {
        description: 'It answers.',
        body: z.object({ status: z.literal('ok') }),
        example: { status: 'ok' },
      },
    },
    problems: [],
  },
} as const satisfies Operations;
