import { audited } from '../../contract/audited.ts';
import type { RouteKey } from '../../contract/routes.ts';
import type { AuditLog } from '../../use-cases/admin/audit-ports.ts';
import { logger } from '../runtime/logger.ts';
import { problemOf } from './error-response.ts';
import type { HttpResponse } from './http-request.ts';

/** What of a call the list keeps. */
export interface AuditedCall {
  readonly routeKey: RouteKey;
  readonly path: { readonly [name: string]: string | undefined };
  readonly requestId: string;
  readonly isHead: boolean;
  readonly by: string;
}

/** Ids of ours look like this, and no number of anybody does. */
const form =
  /^(?:(?:key|person|exp|sch|imp|ep|pt|tpl|hook)_[a-z0-9]{1,60}|asd_[0-9a-z]{8}[\w-]{22}|usr_[\w-]{33}|[a-z][a-z0-9-]{0,59})$/;
const named = (value: unknown): string | undefined =>
  typeof value === 'string' && form.test(value) ? value : undefined;

/**
 * Does what a route does, and keeps it in the audit list when the contract says so. A change is kept before it is made, and then what came
 * of it, before it is answered; a link to an audience, or a secret, is kept before it is handed out. What cannot be kept is not done, or not answered.
 *
 * @param log undefined = this function has no audited route
 */
export async function keptInAudit(
  log: AuditLog | undefined,
  { routeKey, path, requestId, isHead, by }: AuditedCall,
  act: () => Promise<HttpResponse> | HttpResponse,
): Promise<HttpResponse> {
  const what = audited[routeKey];
  if (log === undefined || what === undefined) return act();
  const { operation, target } = what;
  const note = { by, operation, appId: named(path.appId), target: named(path[target]), requestId };
  if (routeKey.startsWith('GET ')) {
    const answer = await act();
    const given = fieldsOf(answer);
    if (!isHead && ('links' in given || 'secret' in given)) await log.open(note, { status: answer.status });
    return answer;
  }
  const kept = await log.open(note);
  let answer: HttpResponse;
  try {
    answer = await act();
  } catch (error) {
    // The refusal stands whether or not it could be kept that it was one.
    await kept
      .close({ status: problemOf(error, requestId).status })
      .catch((failure: unknown) => logger.failure('outcome not kept', failure));
    throw error;
  }
  const fields = fieldsOf(answer);
  await kept.close({
    status: answer.status,
    appId: note.appId ?? named(fields.appId),
    target: note.target ?? named(fields[target]),
  });
  return answer;
}

function fieldsOf({ body }: HttpResponse): { readonly [name: string]: unknown } {
  return typeof body === 'object' && !(body instanceof Uint8Array) ? (body as Record<string, unknown>) : {};
}
