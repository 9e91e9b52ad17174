import { statementUnits } from '../../domain/api-key/key-rate.ts';
import { type OptByNumberDeps, optInByNumber, optOutByNumber } from '../../use-cases/gupshup/opt-by-number.ts';
import type { HttpRequest, HttpResponse } from '../http/http-request.ts';
import { errorIds, formatOf, gatewayAnswer } from './enterprise-answer.ts';
import { type Failure, failureOf } from './failures.ts';
import type { gupshupCaller } from './gupshup-caller.ts';
import { type ReadNumbers, readNumbers } from './read-numbers.ts';
import { type Parameters, readParameters } from './read-parameters.ts';

/** What cannot be done, with the number that programs know it by. */
interface Refused {
  readonly id: string;
  readonly details: string;
}

/** The enterprise gateway (docs.gupshup.io, "API reference"): everything in parameters, the key as the password. */
export function enterpriseRoute(deps: OptByNumberDeps, callerOf: ReturnType<typeof gupshupCaller>) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    // Whoever only looks opts nobody in or out.
    if (request.isHead) return { status: 200 };
    let parameters: Parameters = {};
    try {
      parameters = readParameters(request);
      const method = parameters.method?.trim().toUpperCase();
      const read = readNumbers(parameters.phone_number);
      const isNo = method === 'OPT_OUT';
      const cost = { units: statementUnits * Math.max(read.numbers.length, 1), isNo };
      const { userid: appName = '', password: token = '' } = parameters;
      const credentials = { token: token.trim(), appName: appName.trim(), sourceIp: request.sourceIp };
      if (parameters.encrdata !== undefined) return refusal(encrypted, parameters);
      const { key, app } = await callerOf(credentials, 'consent:write', cost);
      const named = { numbers: read.numbers, keyId: key.keyId };
      // A no is recorded whatever is wrong with the numbers beside it.
      if (isNo) await optOutByNumber(deps, app, named);
      const refused = refusedIn(method, parameters, read);
      if (refused !== undefined) return refusal(refused, parameters);
      if (!isNo) await optInByNumber(deps, app, named);
      const phone = read.numbers.map(({ person }) => person.phone).join(',');
      const details = isNo ? 'The number is opted out.' : 'The opt-in is recorded.';
      const answer = { status: 'success', id: request.requestId, phone, details } as const;
      return gatewayAnswer(answer, formatOf(parameters.format));
    } catch (error) {
      const failure = failureOf(error, request.requestId);
      return refusal({ id: idOf(failure), details: failure.message }, parameters, failure);
    }
  };
}

const encrypted: Refused = {
  id: errorIds.parameter,
  details: 'Encrypted parameters (encrdata) are not read here. Send them plain, over https.',
};

function refusedIn(method: string | undefined, { channel }: Parameters, { faults }: ReadNumbers): Refused | undefined {
  if (method !== 'OPT_IN' && method !== 'OPT_OUT') {
    return {
      id: errorIds.method,
      details: 'The method must be OPT_IN or OPT_OUT. Messages go out by the provider of the app.',
    };
  }
  if (faults.length > 0) return { id: errorIds.number, details: faults.join(' ') };
  // A no is one on every channel.
  const isElsewhere = (channel?.trim().toUpperCase() ?? 'WHATSAPP') !== 'WHATSAPP';
  if (method === 'OPT_OUT' || !isElsewhere) return undefined;
  return { id: errorIds.parameter, details: 'The channel must be WHATSAPP.' };
}

function refusal({ id, details }: Refused, parameters: Parameters, failure?: Failure): HttpResponse {
  return gatewayAnswer({ status: 'error', id, phone: '', details }, formatOf(parameters.format), failure);
}

function idOf({ status }: Failure): string {
  if (status === 401) return errorIds.authentication;
  return status === 400 ? errorIds.parameter : errorIds.failed;
}
