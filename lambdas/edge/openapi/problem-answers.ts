import type { ApiHeader, ApiProblem, ApiResponse, ApiSchema, Reference } from '../docs/api-document.ts';

/** What API Gateway itself answers, with its own short body, before a function is called. */
const gatewayAnswers: { readonly [status: number]: string } = {
  401: 'No `Authorization` header (answered by the gateway, as `application/json`).',
  403: 'A key that is not good (answered by the gateway, as `application/json`).',
  404: 'A path that is no route, for example with an empty name in it (answered by the gateway, as `application/json`).',
  413: 'A body of more than 10 MB (answered by the gateway, as `application/json`).',
  429: 'Too many calls at once (answered by the gateway, as `application/json`). Wait and repeat.',
  500: 'The gateway could not read what the function answered (as `application/json`).',
  503: 'The function did not answer in time (answered by the gateway, as `application/json`).',
};

export const gatewayMessage: ApiSchema = {
  type: 'object',
  description: 'What the gateway answers by itself. It is no problem, and has neither code nor requestId.',
  properties: { message: { type: 'string', examples: ['Unauthorized'] } },
  required: ['message'],
};

/** Headers of answers, by their names. */
export const answerHeaders: { readonly [name: string]: ApiHeader } = {
  'X-Request-Id': {
    description: 'Names this call in our log. It is in every problem, too.',
    schema: { type: 'string', examples: ['JKJaXmPLvHcESHA='] },
  },
  'Retry-After': {
    description: 'Seconds after which the same call may be sent again.',
    schema: { type: 'integer', minimum: 0, examples: [1] },
  },
  'Idempotency-Replayed': {
    description: '`true` when this is the first answer again, to a retry.',
    schema: { type: 'string', enum: ['true'] },
  },
};

export const headerReference = (name: string): Reference => ({ $ref: `#/components/headers/${name}` });

export interface Refusals {
  /** By the status. */
  readonly responses: { readonly [status: string]: Reference };
  /** Those that the references name. */
  readonly named: { readonly [name: string]: ApiResponse };
}

/**
 * The refusals of one operation: one answer for each status, with all its codes.
 *
 * @param byGateway statuses that the gateway gives by itself for this operation
 */
export function refusals(problems: readonly ApiProblem[], byGateway: readonly number[]): Refusals {
  const statuses = [...new Set([...problems.map(({ status }) => status), ...byGateway])].toSorted((a, b) => a - b);
  const named = new Map<string, ApiResponse>();
  const responses = statuses.map((status) => {
    const own = problems.filter((problem) => problem.status === status);
    const fromGateway = byGateway.includes(status);
    const name = [...own.map(({ code }) => code), ...(fromGateway ? ['gateway'] : [])].join('-or-');
    named.set(name, refusal(status, own, fromGateway));
    return [String(status), { $ref: `#/components/responses/${name}` }] as const;
  });
  return { responses: Object.fromEntries(responses), named: Object.fromEntries(named) };
}

function refusal(status: number, problems: readonly ApiProblem[], fromGateway: boolean): ApiResponse {
  const said = problems.map(({ code, title }) => `[\`${code}\`](/docs/problems#${code}): ${title}.`);
  const codes = problems.map(({ code }) => code);
  if (status === 431)
    return {
      description: 'The request line and headers together are too long (answered by the gateway, in its own way).',
    };
  return {
    description: [...said, ...(fromGateway ? [gatewayAnswers[status] ?? ''] : [])].join(' '),
    headers: {
      'X-Request-Id': headerReference('X-Request-Id'),
      ...((status === 429 || status === 503) && { 'Retry-After': headerReference('Retry-After') }),
    },
    content: {
      ...(codes.length > 0 && {
        'application/problem+json': {
          schema: {
            allOf: [{ $ref: '#/components/schemas/Problem' }],
            properties: { code: { enum: codes }, status: { const: status } },
          },
        },
      }),
      ...(fromGateway && { 'application/json': { schema: { $ref: '#/components/schemas/GatewayMessage' } } }),
    },
  };
}
