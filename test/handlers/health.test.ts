import { expect, it } from 'vitest';
import { health } from '../../lambdas/handlers/health.ts';
import { send } from '../support/api/http-event.ts';

it('says that the API answers, to anybody', async () => {
  expect(await send(health(), 'GET', '/health', { key: null })).toMatchObject({ status: 200, body: { status: 'ok' } });
});
