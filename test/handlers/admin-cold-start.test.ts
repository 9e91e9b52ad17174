import { expect, it } from 'vitest';
import { handler as admin } from '../../lambdas/handlers/admin.ts';
import { handler as authorizer } from '../../lambdas/handlers/authorizer.ts';
import { handler as consent } from '../../lambdas/handlers/consent.ts';
import { handler as eligibility } from '../../lambdas/handlers/eligibility.ts';
import { handler as health } from '../../lambdas/handlers/health.ts';
import { handler as users } from '../../lambdas/handlers/users.ts';
import { httpEvent } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';

const context = lambdaContext('test');

it.each([
  ['admin', admin],
  ['consent', consent],
  ['eligibility', eligibility],
  ['users', users],
])('%s says at its first event which variable is missing', async (_name, handler) => {
  delete process.env.TABLE_NAME;
  await expect(handler(httpEvent('GET', '/v1/apps'), context)).rejects.toThrow('TABLE_NAME');
});

it('the authorizer says it too', async () => {
  delete process.env.TABLE_NAME;
  await expect(authorizer({ ...httpEvent('GET', '/v1/apps'), headers: {} } as never, context)).rejects.toThrow(
    'TABLE_NAME',
  );
});

it('health needs nothing', async () => {
  expect((await health(httpEvent('GET', '/health', { key: null }), context)).statusCode).toBe(200);
});
