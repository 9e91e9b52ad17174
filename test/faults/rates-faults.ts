import type { PlantedFault } from './planted-fault.ts';

const rate = 'lambdas/adapters/dynamodb/table/shared-rate.ts';
const rateTests = ['test/adapters/dynamodb/table/shared-rate'];
const keyTests = ['test/handlers/key-rate'];
const proxy = 'lambdas/edge/http/proxy.ts';
const proxyTests = ['test/edge/http/proxy'];
const late = ['test/handlers/late-writes'];
const throttled = ['test/handlers/throttled-table'];
const infra = ['test/lib/rates-and-proxy'];

/** Whoever asks too much holds up nobody but himself; and what must get through does. */
export const ratesFaults: readonly PlantedFault[] = [
  {
    name: 'a key is counted by each function for itself only',
    file: rate,
    find: 'else count.known = Math.max(count.known, all);\n      return all === undefined || all <= perSecond;',
    replace: 'return true;',
    tests: rateTests,
  },
  {
    name: 'a key below its limit is turned away, because functions take more than they use',
    file: rate,
    find: "':units': units,",
    replace: "':units': units * 2,",
    tests: rateTests,
  },
  {
    name: 'a slow key costs a request with each call',
    file: rate,
    find: 'if (count.untold <= stepOf(perSecond) || count.isSilent) return true;',
    replace: 'if (count.isSilent) return true;',
    tests: rateTests,
  },
  {
    name: 'a counter that does not answer turns callers away',
    file: rate,
    find: 'return all === undefined || all <= perSecond;',
    replace: 'return all !== undefined && all <= perSecond;',
    tests: rateTests,
  },
  {
    name: 'a counter that does not answer is asked by every call',
    file: rate,
    find: 'if (all === undefined) count.isSilent = true;\n      else',
    replace: 'if (all !== undefined)',
    tests: rateTests,
  },
  {
    name: 'opt-outs wait behind an import of opt-ins',
    file: 'lambdas/adapters/dynamodb/admin/key-rate.ts',
    find: 'if (isNo && ',
    replace: 'if (!isNo && isNo && ',
    tests: keyTests,
  },
  {
    name: 'opt-outs are turned away while checks pass',
    file: 'lambdas/adapters/dynamodb/admin/key-rate.ts',
    find: 'if (await rate.spend(keyId,',
    replace: 'if (!isNo && await rate.spend(keyId,',
    tests: keyTests,
  },
  {
    name: 'a bulk call counts as one',
    file: 'lambdas/edge/http/cost-of-call.ts',
    find: 'isBulk ? itemsIn(json) : 1',
    replace: '1',
    tests: keyTests,
  },
  {
    name: 'calls are not counted at all',
    file: 'lambdas/edge/http/http-endpoint.ts',
    find: "if (scope !== 'public') await gate.rate?.spend(caller, costOfCall(routeKey, json));",
    replace: '',
    tests: keyTests,
  },
  {
    name: 'a key raises its own rate',
    file: 'lambdas/use-cases/admin/manage-keys.ts',
    find: '  mustGiveRate(own, ratePerSecond, stageRate);\n  return found(await keys.setRate',
    replace: '  return found(await keys.setRate',
    tests: keyTests,
  },
  {
    name: 'a made-up key is looked up as often as it comes',
    file: 'lambdas/adapters/dynamodb/admin/key-store.ts',
    find: 'parts === undefined || wrong.isUnknown(parts.keyId, now)',
    replace: 'parts === undefined',
    tests: keyTests,
  },
  {
    name: 'while many wrong keys come, a revoked one is good as long as an old copy says so',
    file: 'lambdas/adapters/dynamodb/admin/key-store.ts',
    find: 'const item = await read(keyId);\n      if (item !== undefined && isSecretOf',
    replace:
      'const item = wrong.areMany(now) ? itemAs((await glimpse(table, apiKeyKey(keyId))) ?? {}, shape) : await read(keyId);\n      if (item !== undefined && isSecretOf',
    tests: keyTests,
  },
  {
    name: 'the list of keys forgets those that lie in other partitions',
    file: 'lambdas/adapters/dynamodb/admin/key-store.ts',
    find: 'const left = apiKeyPartitions.slice(',
    replace: 'const left = apiKeyPartitions.slice(-1).slice(',
    tests: keyTests,
  },
  {
    name: 'any secret opens the way round the proxy',
    file: proxy,
    find: 'if (!isOneOf(proxy.originSecrets, secret))',
    replace: 'if (secret.length === 0)',
    tests: proxyTests,
  },
  {
    name: 'the secret before is refused while it is replaced',
    file: proxy,
    find: 'isOneOf(proxy.originSecrets, secret)',
    replace: 'isOneOf(proxy.originSecrets.slice(0, 1), secret)',
    tests: proxyTests,
  },
  {
    name: 'the port of a visitor is taken for a part of the address',
    file: proxy,
    find: "const hasPort = header === 'cloudfront-viewer-address';",
    replace: 'const hasPort = false as boolean;',
    tests: proxyTests,
  },
  {
    name: 'a request that does not say who sent it has the address of the proxy',
    file: proxy,
    find: "if (sourceIp === undefined) throw new NotByProxyError('The request does not say who sent it.');",
    replace: 'if (sourceIp === undefined) return event;',
    tests: proxyTests,
  },
  {
    name: 'what a run left undone is written when it was answered',
    file: 'lambdas/edge/runtime/consumed.ts',
    find: 'invocation.endsAt = Number.NEGATIVE_INFINITY;',
    replace: 'invocation.code ??= undefined;',
    tests: late,
  },
  {
    name: 'an act is written with the time of an hour ago',
    file: 'lambdas/adapters/dynamodb/ledger/open-act.ts',
    find: 'if (clock() - now > oldestAct)',
    replace: 'if (clock() - now > 1000 * oldestAct)',
    tests: late,
  },
  {
    name: 'a table that takes no write is waited for as long as it answers reads',
    file: 'lambdas/edge/runtime/consumed.ts',
    find: 'if (isWrite) invocation.cannotWrite = true;',
    replace: 'invocation.isSilent = false;',
    tests: throttled,
  },
  {
    name: 'what is kept aside of a whole day lies in one partition',
    file: 'lambdas/adapters/dynamodb/table/aside-keys.ts',
    find: 'asideShardOf(id, asideShards)',
    replace: 'asideShardOf(id, 1)',
    tests: ['test/adapters/dynamodb/messages/kept-aside'],
  },
  {
    name: 'what a former version kept aside is not shown any more',
    file: 'lambdas/adapters/dynamodb/messages/kept-aside.ts',
    find: 'asidePartitions(day).map(',
    replace: 'asidePartitions(day).slice(0, -1).map(',
    tests: ['test/adapters/dynamodb/messages/kept-aside'],
  },
  {
    name: 'a number that no app has wakes somebody with every message',
    file: 'lambdas/use-cases/inbound/hear-inbound.ts',
    find: "why === unknownNumber ? 'unknownNumberKept' : 'unreadableKept'",
    replace: "'unreadableKept'",
    tests: ['test/handlers/whatsapp-webhook.test'],
  },
  {
    name: 'a new public route gets settings that outlive it',
    file: 'lib/constructs/api/ledger-api.ts',
    find: 'throttle !== undefined && brakedRoutes.includes(key)',
    replace: 'throttle !== undefined',
    tests: infra,
  },
  {
    name: 'functions that count keys may update everything',
    file: 'lib/constructs/table/data-table.ts',
    find: "'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`$",
    replace: "'ForAllValues:StringLikeIfExists': { 'dynamodb:LeadingKeys': [`$",
    tests: infra,
  },
  {
    name: 'the webhook is braked like every other route',
    file: 'lib/constructs/providers/whatsapp-webhook.ts',
    find: 'api.serve(webhook, { rateLimit: perSecond, burstLimit: perSecond });',
    replace: 'api.serve(webhook, { rateLimit: 1000, burstLimit: 2000 });',
    tests: ['test/handlers/campaign-simulation'],
  },
  {
    name: 'forms of one point use up the brake of all',
    file: 'lambdas/adapters/dynamodb/collection/form-limit.ts',
    find: "if (!(await rate.spend(pointId, pointRate, 1))) throw new TooManyFormsError(1, 'to this page');",
    replace: '',
    tests: ['test/adapters/dynamodb/collection/form-limit'],
  },
  {
    name: 'a source that was refused writes with each of its forms',
    file: 'lambdas/adapters/dynamodb/collection/form-limit.ts',
    find: 'refused.sources.has(source) || ',
    replace: '',
    tests: ['test/adapters/dynamodb/collection/form-limit'],
  },
];
