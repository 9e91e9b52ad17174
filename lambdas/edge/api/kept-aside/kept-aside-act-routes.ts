import { TryAgainError } from '../../../domain/errors.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { recordKeptNo } from '../../../use-cases/inbound/record-kept-no.ts';
import { type RetryDeps, retryAside } from '../../../use-cases/inbound/retry-aside.ts';
import { findAside, type WaitingDeps } from '../../../use-cases/inbound/waiting-aside.ts';
import { parseAsideId } from '../../fields/aside-id.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { logger } from '../../runtime/logger.ts';
import { keptNo } from './kept-no.ts';
import type { keptAsideActOperations } from './operations.ts';

/** What is dealt with by. */
export interface KeptAsideActDeps extends RetryDeps, Pick<WaitingDeps, 'about'> {
  readonly apps: RetryDeps['apps'] & FreshApps;
}

/** What somebody does about it: hears it again, or records the no that they read in it. */
export function keptAsideActRoutes(deps: KeptAsideActDeps): RoutesOf<typeof keptAsideActOperations> {
  return {
    'POST /v1/apps/{appId}/kept-aside/{asideId}/hear': async ({ path: { appId, asideId }, caller }) => {
      await findApp(deps.apps, appId);
      const { item } = await findAside(deps, { rights: caller, appId }, parseAsideId(asideId));
      const result = await retryAside(deps, item);
      if (result.came === 'failed') {
        for (const failure of result.failures) logger.failure('kept item not stored', failure);
        throw new TryAgainError('Not all of it could be stored. It lies where it was: try again.');
      }
      return { status: 200, body: result };
    },

    'POST /v1/apps/{appId}/kept-aside/{asideId}/no': {
      body: keptNo,
      bodyIsOptional: true,
      act: async ({ path: { appId, asideId }, body, caller }) => {
        const { user: sender } = body();
        const app = await findApp(deps.apps, appId);
        const waiting = await findAside(deps, { rights: caller, appId }, parseAsideId(asideId));
        const noes = await recordKeptNo(deps, waiting, app, { operator: caller.keyId, sender });
        const data = noes.map(({ appId: of, recorded: { userId, ref, saidAt, recordedAt } }) => ({
          appId: of,
          userId,
          statementId: statementId(ref),
          saidAt: formatInstant(saidAt),
          recordedAt: formatInstant(recordedAt),
        }));
        return { status: 201, body: { data } };
      },
    },
  };
}
