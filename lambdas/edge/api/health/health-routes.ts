import type { RoutesOf } from '../../http/operation.ts';
import type { healthOperations } from './operations.ts';

/** Says that the API answers; asks nothing else. */
export function healthRoutes(): RoutesOf<typeof healthOperations> {
  return { 'GET /health': () => ({ status: 200, body: { status: 'ok' } }) };
}
