import type { PlantedFault } from './planted-fault.ts';

const tests = ['test/handlers/gate.test.ts'];
const routes = 'lambdas/edge/gate/gate-routes.ts';
const judge = 'lambdas/domain/gate/judge-call.ts';
const call = 'lambdas/edge/gate/read-call.ts';
const recipient = 'lambdas/edge/gate/read-recipient.ts';

/** The send gate: whom it lets a message through to, and what it believes. */
export const gateFaults: readonly PlantedFault[] = [
  {
    name: 'the gate lets a message through when the table does not answer',
    file: 'lambdas/use-cases/gate/pass-gate.ts',
    find: 'const found = await reader.look(app.appId, asNamed(call.person, portfolioCount(app)), wanted, at);',
    replace:
      'const found = await reader.look(app.appId, asNamed(call.person, portfolioCount(app)), wanted, at).catch(() => ({ person: undefined, template: undefined }));',
    tests,
  },
  {
    name: 'the gate sends before its decision is kept',
    file: 'lambdas/use-cases/gate/pass-gate.ts',
    find: '  await decisions.keep(app.appId, decided);',
    replace: '  decisions.keep(app.appId, decided).catch(() => undefined);',
    tests,
  },
  {
    name: 'the gate judges a reply without the window',
    file: judge,
    find: "eligibility(facts, app, { message: 'free-form', purpose: asked }, now)",
    replace:
      "eligibility({ ...facts, window: { lastInboundAt: now } }, app, { message: 'free-form', purpose: asked }, now)",
    tests,
  },
  {
    name: 'the gate judges a Direct Send as a reply in the window',
    file: call,
    find: "return category === undefined ? { kind: 'free-form', type: named }",
    replace: "return category === undefined || path === 'messages' ? { kind: 'free-form', type: named }",
    tests,
  },
  {
    name: 'the gate lets a Direct Send through when one of its purposes allows it',
    file: judge,
    find: 'joined(denials.length > 0 ? denials : all)',
    replace: 'joined(denials.length === all.length ? denials : all.filter((each) => !denials.includes(each)))',
    tests,
  },
  {
    name: 'the gate takes a Direct Send that is marketing',
    file: call,
    find: "if (category === 'utility' || category === 'authentication') return category;",
    replace:
      "if (category === 'utility' || category === 'authentication') return category;\n  if (category === 'marketing') return 'utility';",
    tests,
  },
  {
    name: 'the gate forgets the BSUID beside a number',
    file: recipient,
    find: '...(recipient !== undefined && readBsuid(recipient)),',
    replace: '...(recipient !== undefined && to === undefined && readBsuid(recipient)),',
    tests,
  },
  {
    name: 'the gate takes a number that Meta could put another country before',
    file: recipient,
    find: "if (!to.startsWith('+')) mustBeInternational(digits, own);",
    replace: '',
    tests,
  },
  {
    name: 'the gate reads the last of two keys',
    file: 'lambdas/edge/http/parse-body.ts',
    find: "if (keys.has(key)) throw new UnreadableInputError('The body has a key twice in one object.');",
    replace: '',
    tests,
  },
  {
    name: 'the gate overlooks a field in another spelling',
    file: call,
    find: '  mustBeExact(body, judged);\n',
    replace: '',
    tests,
  },
  {
    name: 'the gate lets another token through in the body',
    file: call,
    find: 'if (ofRequest.includes(plain))',
    replace: "if (ofRequest.includes('batch') && plain === 'ids')",
    tests,
  },
  {
    name: 'the gate takes whatever kind of recipient',
    file: call,
    find: "if (recipientType !== undefined && recipientType !== 'individual')",
    replace: "if (recipientType === 'nobody')",
    tests,
  },
  {
    name: 'the gate takes a status for one that names nobody, whatever else is in it',
    file: call,
    find: 'Object.keys(body).find((key) => !ofStatus.includes(key))',
    replace: 'Object.keys(body).find((key) => ofStatus.length === 0 && key)',
    tests,
  },
  {
    name: 'the gate sends a template that the registry does not know',
    file: judge,
    find: "if ('unusable' in use) {",
    replace:
      "if ('unusable' in use && use.unusable === 'unknown') return judgement(eligibility(facts, app, { message: 'template', purpose: 'offers' }, now), 'offers');\n  if ('unusable' in use) {",
    tests,
  },
  {
    name: 'the gate sends what is no marketing by the path of marketing',
    file: judge,
    find: "path === 'marketing_messages' && use.category !== 'marketing'",
    replace: "path === 'marketing_messages' && use.category === undefined",
    tests,
  },
  {
    name: 'the gate sends where it was only asked',
    file: routes,
    find: 'if (isDryRun) return wouldPass(decided);',
    replace: '',
    tests,
  },
  {
    name: 'the gate sends when it does not understand whether it is only asked',
    file: routes,
    find: "if (wanted !== 'true') throw",
    replace: "if (wanted !== 'true') return false;\n  if (wanted === '') throw",
    tests,
  },
  {
    name: 'the gate sends from a number of another app than the key reaches',
    file: 'lambdas/edge/gate/gate-apps.ts',
    find: 'if (app?.whatsapp?.phoneNumberId !== phoneNumberId || !reaches(key, app.appId))',
    replace: 'if (app?.whatsapp?.phoneNumberId !== phoneNumberId)',
    tests,
  },
  {
    name: 'the gate asks for no scope',
    file: 'lambdas/edge/gate/gate-caller.ts',
    find: "if (!holds(key, 'messages:send'))",
    replace: "if (!holds(key, 'messages:send') && !holds(key, 'users:read'))",
    tests,
  },
  {
    name: 'the gate believes a revoked key for ever',
    file: 'lambdas/edge/http/key-check.ts',
    find: 'Math.abs(time - known.at) < keyAge',
    replace: 'Math.abs(time - known.at) >= 0',
    tests,
  },
  {
    name: 'the gate calls a silence of Meta a refusal',
    file: 'lambdas/adapters/providers/meta/meta-graph.ts',
    find: 'return new GateRefusedError(504, gateCodes.unknownOutcome, detail);',
    replace: 'return new GateRefusedError(400, gateCodes.denied, detail);',
    tests,
  },
  {
    name: 'the gate gives the token of the app to the caller',
    file: 'lambdas/adapters/providers/meta/meta-graph.ts',
    find: 'if ([token, used].some((each) => Buffer.from(shown).includes(each)))',
    replace: 'if ([token, used].some((each) => Buffer.from(shown).length < each.length))',
    tests,
  },
  {
    name: 'the gate writes its id over what the caller wrote',
    file: 'lambdas/edge/gate/with-decision.ts',
    find: 'if (Object.hasOwn(body, name)) return bytes;',
    replace: '',
    tests,
  },
  {
    name: 'the gate shows any node of Meta as if it were a file',
    file: 'lambdas/edge/gate/read-through.ts',
    find: "if (typeof file.mime_type !== 'string' || typeof file.url !== 'string')",
    replace: "if (typeof file.id !== 'string')",
    tests,
  },
  {
    name: 'a decision of the gate is listed in the wrong order',
    file: 'lambdas/adapters/dynamodb/gate/gate-decision-store.ts',
    find: 'items.toSorted((a, b) => (a.sk < b.sk ? 1 : -1))',
    replace: 'items.toSorted((a, b) => (a.sk > b.sk ? 1 : -1))',
    tests: ['test/handlers/gate-decisions.test.ts'],
  },
  {
    name: 'a list of decisions of the gate leaves some out at the end of a page',
    file: 'lambdas/adapters/dynamodb/gate/gate-decision-store.ts',
    find: 'return { data, next: isMore ? data.at(-1)?.sk : undefined };',
    replace: 'return { data, next: isMore ? all.at(-1)?.sk : undefined };',
    tests: ['test/handlers/gate-decisions.test.ts'],
  },
  {
    name: 'the gate may write whatever it likes in the table',
    file: 'lib/constructs/table/data-table.ts',
    find: "deny(['PutItem'], 'StringNotLike', ['*#D#*']);",
    replace: '',
    tests: ['test/lib/constructs/table/foreign-partitions'],
  },
  {
    name: 'the gate keeps the links of a list, so that nobody gets a list that goes on',
    file: 'lambdas/adapters/providers/meta/meta-graph.ts',
    find: 'const shown = withoutLinks(answer.body, json);',
    replace: 'const shown = answer.body;',
    tests,
  },
  {
    name: 'the gate takes another method or token in a file',
    file: 'lambdas/edge/gate/read-file.ts',
    find: 'names.some((name) => !fields.has(name)) || ',
    replace: '',
    tests,
  },
  {
    name: 'the gate judges a template by one of two spellings of its name',
    file: call,
    find: "  mustBeExact(template, ['name', 'language']);\n",
    replace: '',
    tests,
  },
  {
    name: 'the gate repeats a message that Meta may have sent',
    file: 'lambdas/adapters/providers/meta/meta-graph.ts',
    find: "return status >= 400 && status < 500 && textOf(memberOf(readJson(body).json, 'error'), 'code') === '190';",
    replace: "return status >= 400 || textOf(memberOf(readJson(body).json, 'error'), 'code') === '190';",
    tests,
  },
  {
    name: 'the gate asks the table for a number of any length',
    file: 'lambdas/edge/gate/gate-apps.ts',
    find: 'nodeId.test(phoneNumberId) ? await',
    replace: "nodeId.source !== '' ? await",
    tests,
  },
];
