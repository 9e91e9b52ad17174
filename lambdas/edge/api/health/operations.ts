import * as z from 'zod';
import type { Operations } from '../../http/operation.ts';
import { signInAnswer } from './answers.ts';

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

  'GET /v1/sign-in': {
    summary: 'Ask how people sign in',
    description:
      'The user pool of the stage and its client for the console, or that only API keys are good. It tells nothing secret.',
    answers: {
      200: {
        description: 'How people sign in.',
        body: signInAnswer,
        example: {
          method: 'user-pool',
          issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e',
          clientId: '1example23456789',
          authorizeUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize',
          tokenUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/token',
          revokeUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/oauth2/revoke',
          logoutUrl: 'https://acme.auth.eu-west-1.amazoncognito.com/logout',
          returnUrl: 'https://optins.acme.example/console',
          scope: 'openid email',
        },
      },
    },
    problems: [],
  },
} as const satisfies Operations;
