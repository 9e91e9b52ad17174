import { statementUnits } from '../../domain/api-key/key-rate.ts';
import { type OptByNumberDeps, optInByNumber, optOutByNumber } from '../../use-cases/gupshup/opt-by-number.ts';
import type { PeopleByNumberDeps } from '../../use-cases/gupshup/people-by-number.ts';
import type { RecordedStatement } from '../../use-cases/ledger/ports.ts';
import type { Cursors } from '../http/cursor.ts';
import type { HttpRequest, HttpResponse, RouteTable } from '../http/http-request.ts';
import { enterpriseRoute } from './enterprise-route.ts';
import { failureOf, selfServeError } from './failures.ts';
import { credentialsOf, type GupshupCallerDeps, gupshupCaller } from './gupshup-caller.ts';
import { readNumbers } from './read-numbers.ts';
import { readParameters } from './read-parameters.ts';
import { usersAct } from './users-act.ts';

export interface GupshupDeps extends GupshupCallerDeps, OptByNumberDeps, PeopleByNumberDeps {
  readonly cursors: Cursors;
}

type Act = (request: HttpRequest<'appName'>) => Promise<HttpResponse>;

/** Gupshup's own paths: opt-ins, opt-outs and the list of people. */
export function gupshupRoutes(deps: GupshupDeps): RouteTable {
  const callerOf = gupshupCaller(deps);

  const opts =
    (way: 'in' | 'out'): Act =>
    async (request) => {
      const { numbers, faults } = readNumbers(readParameters(request).user);
      const cost = { units: statementUnits * Math.max(numbers.length, 1), isNo: way === 'out' };
      const { key, app } = await callerOf(credentialsOf(request), 'consent:write', cost);
      const named = { numbers, keyId: key.keyId };
      // A no is recorded whatever is wrong with the numbers beside it.
      const recorded = way === 'out' ? await optOutByNumber(deps, app, named) : [];
      if (faults.length > 0) return selfServeError({ status: 400, message: faults.join(' '), headers: {} });
      return taken(way === 'out' ? recorded : await optInByNumber(deps, app, named));
    };

  const enterprise = enterpriseRoute(deps, callerOf);
  return {
    'POST /sm/api/v1/app/opt/in/{appName}': inGupshupsWords(opts('in')),
    'POST /sm/api/v1/app/opt/out/{appName}': inGupshupsWords(opts('out')),
    'GET /sm/api/v1/users/{appName}': inGupshupsWords(usersAct(deps, callerOf)),
    'GET /GatewayAPI/rest': enterprise,
    'POST /GatewayAPI/rest': enterprise,
  };
}

function inGupshupsWords(act: Act): Act {
  return async (request) => {
    try {
      return await act(request);
    } catch (error) {
      return selfServeError(failureOf(error, request.requestId));
    }
  };
}

/** 202 without a body, as programs expect it; a header tells whether all of it counts. What is repeated adds nothing. */
function taken(recorded: readonly (RecordedStatement | 'repeated')[]): HttpResponse {
  const counts = recorded.every((each) => each !== 'repeated' && each.outcomes.every(({ applied }) => applied));
  return { status: 202, headers: { 'x-optledger-applied': String(counts) } };
}
