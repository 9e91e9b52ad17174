import type { PlantedFault } from './planted-fault.ts';

/** Faults in which route a call is, and in how few resources the stack makes of them. */
export const routesFaults: readonly PlantedFault[] = [
  {
    name: 'what a path does not have is nowhere',
    file: 'lambdas/edge/http/asked-route.ts',
    find: 'if (allowed.length === 0) return rest;',
    replace: 'if (allowed.length >= 0) return rest;',
    tests: ['test/edge/http/asked-route'],
  },
  {
    name: 'the list of methods is told without a key',
    file: 'lambdas/edge/http/asked-route.ts',
    find: "scope: isKeyed ? 'any' : 'public'",
    replace: "scope: isKeyed ? 'public' : 'public'",
    tests: ['test/edge/http/asked-route'],
  },
  {
    name: 'a method that a path lacks does not count against the rate of the key',
    file: 'lambdas/edge/http/http-endpoint.ts',
    find: "if (scope !== 'public') await gate.rate?.spend(caller, { units: 1, isNo: false });",
    replace: '',
    tests: ['test/edge/http/asked-route'],
  },
  {
    name: 'a path with a brake is one route',
    file: 'lib/constructs/api/gateway-routes.ts',
    find: 'own.some((route) => braked.includes(keyOf(route)))',
    replace: 'braked.length === 0',
    tests: ['test/lib/constructs/api/ledger-api'],
  },
  {
    name: 'a path of noes is one route, which functions of a former version do not know',
    file: 'lib/constructs/api/gateway-routes.ts',
    find: 'isPathOfNoes(path) ||',
    replace: '',
    tests: ['test/lib/constructs/api/ledger-api'],
  },
  {
    name: 'two routes fit a page, and which one it is is left to API Gateway',
    file: 'lib/constructs/api/gateway-routes.ts',
    find: '|| isOvertaken(each)',
    replace: '',
    tests: ['test/lib/constructs/api/ledger-api'],
  },
  {
    name: 'ten functions of which one is quiet raise no alarm',
    file: 'lib/constructs/alarms/alarms.ts',
    find: '`FILL(m',
    replace: '`ABS(m',
    tests: ['test/lib/constructs/alarms/alarms'],
  },
  {
    name: 'the eleventh function of an alarm is watched by none',
    file: 'lib/constructs/alarms/alarms.ts',
    find: 'Math.ceil(watched.length / mostMetrics)',
    replace: 'Math.floor(watched.length / mostMetrics)',
    tests: ['test/lib/constructs/alarms/alarms', 'test/lib/campaign'],
  },
];
