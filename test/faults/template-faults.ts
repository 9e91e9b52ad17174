import type { PlantedFault } from './planted-fault.ts';

const facts = 'lambdas/domain/templates/template-facts.ts';
const category = 'lambdas/domain/templates/template-category.ts';
const use = 'lambdas/domain/templates/template-use.ts';
const event = 'lambdas/adapters/providers/meta/parse-template-event.ts';
const words = 'lambdas/adapters/providers/meta/template-words.ts';
const decision = 'lambdas/domain/eligibility/message-rules.ts';
const domain = ['test/domain/templates'];
const events = ['test/handlers/template-events.test.ts'];
const checks = ['test/handlers/template-eligibility.test.ts'];
const api = ['test/handlers/templates.test.ts'];

/** Faults of templates: what Meta says of them, in which order, and who may get them. */
export const templateFaults: readonly PlantedFault[] = [
  {
    name: 'an older event about a template wins',
    file: facts,
    find: 'return now > before || (now === before && wins(is, known.is)) ? { is, since: at, at } : known;',
    replace: 'return now < before || (now === before && wins(is, known.is)) ? { is, since: at, at } : known;',
    tests: domain,
  },
  {
    name: 'the order of arrival decides about a template',
    file: facts,
    find: 'return now > before || (now === before && wins(is, known.is)) ? { is, since: at, at } : known;',
    replace: 'return { is, since: at, at };',
    tests: domain,
  },
  {
    name: 'in one second the freer category of a template wins',
    file: facts,
    find: 'category: later(template.category, category, at, isStricter)',
    replace: 'category: later(template.category, category, at, (one, other) => isStricter(other, one))',
    tests: domain,
  },
  {
    name: 'in one second a template is approved rather than paused',
    file: facts,
    find: "if (one === 'approved' || other === 'approved') return other === 'approved';",
    replace: "if (one === 'approved' || other === 'approved') return one === 'approved';",
    tests: domain,
  },
  {
    name: 'a reading takes the time of a coming change away',
    file: facts,
    find: 'told.from ?? (coming.is === is ? coming.from : undefined)',
    replace: 'told.from',
    tests: domain,
  },
  {
    name: 'a change that was told in advance counts only once it is done',
    file: category,
    find: 'if (coming === undefined || coming.from > now || !isStricter(coming.is, said.is)) return said;',
    replace: 'if (coming !== undefined) return said;',
    tests: domain,
  },
  {
    name: 'a change that was told in advance counts at once',
    file: category,
    find: 'coming.from > now ||',
    replace: 'false ||',
    tests: domain,
  },
  {
    name: 'the clock frees a template',
    file: category,
    find: ' || !isStricter(coming.is, said.is)) return said;',
    replace: ') return said;',
    tests: domain,
  },
  {
    name: 'a coming change without a time never comes',
    file: category,
    find: 'const from = coming.from ?? coming.toldAt;',
    replace: 'const from = coming.from ?? Number.POSITIVE_INFINITY;',
    tests: domain,
  },
  {
    name: 'a status that names a category frees a template',
    file: category,
    find: 'toSeconds(at) >= after && isStricter(named, found.is)',
    replace: 'toSeconds(at) >= after',
    tests: domain,
  },
  {
    name: 'a paused template is allowed',
    file: use,
    find: "if (status !== 'approved') return",
    replace: "if (status !== 'approved' && status !== 'paused') return",
    tests: [...domain, ...checks],
  },
  {
    name: 'a template that nobody told of is allowed',
    file: use,
    find: "const status = template.status?.is ?? 'unknown';",
    replace: "const status = template.status?.is ?? 'approved';",
    tests: domain,
  },
  {
    name: 'a template whose category nobody knows is a utility',
    file: use,
    find: "if (is === undefined) return { unusable: 'without-category' };",
    replace:
      "if (is === undefined) return { purpose: purposeIn(template, appId), category: 'utility', categorySince: since };",
    tests: domain,
  },
  {
    name: 'the category is looked at before the change that comes now',
    file: use,
    find: 'const { is, since } = categoryAt(template, now);',
    replace: 'const { is, since } = categoryAt(template, Number.NEGATIVE_INFINITY);',
    tests: [...domain, ...checks],
  },
  {
    name: 'a template without a purpose is allowed to who opted in to nothing',
    file: decision,
    find: "if (use !== undefined && use.purpose === undefined) return deny([reason('template-without-purpose')]);",
    replace: "if (use !== undefined && use.purpose === undefined) return allow([reason('opted-in')], null);",
    tests: checks,
  },
  {
    name: 'consent to order updates is consent to a template that became marketing',
    file: decision,
    find: "if (use?.category !== 'marketing' || category === 'marketing') return [];",
    replace: 'if (use !== undefined) return [];',
    tests: checks,
  },
  {
    name: 'a marketing template goes past the platform stop',
    file: decision,
    find: "return use?.category === 'marketing' ? { ...purpose, category: 'marketing' } : purpose;",
    replace: 'return purpose;',
    tests: checks,
  },
  {
    name: 'an answer about a template outlives the change that is to come',
    file: decision,
    find: "purpose.category === 'marketing' ? undefined : use?.stricterFrom",
    replace: 'undefined',
    tests: checks,
  },
  {
    name: 'the notice of a change is read the wrong way round',
    file: event,
    find: "    categoryOf(value, 'new_category'),\n    categoryOf(value, 'previous_category'),\n    categoryOf(value, 'correct_category'),",
    replace:
      "    categoryOf(value, 'correct_category') ?? categoryOf(value, 'new_category'),\n    categoryOf(value, 'previous_category'),\n    categoryOf(value, 'correct_category'),",
    tests: events,
  },
  {
    name: 'a notice is a change that was done',
    file: event,
    find: 'const isDone = before !== undefined && correct === undefined && present !== undefined;',
    replace: 'const isDone = present !== undefined;',
    tests: events,
  },
  {
    name: 'a quality under the field of a status is a status',
    file: event,
    find: "if (isSaid(value, 'new_quality_score')) return qualityIn(value);",
    replace: '',
    tests: events,
  },
  {
    name: 'an event about a template of a time to come is later at each delivery',
    file: event,
    find: 'claimed <= receivedAt + clocksApart ? claimed : undefined',
    replace: 'claimed <= Number.MAX_VALUE ? claimed : undefined',
    tests: events,
  },
  {
    name: 'an event about a template without a time frees it',
    file: event,
    find: 'said === undefined ? onlyStricter(facts) : facts',
    replace: 'facts',
    tests: events,
  },
  {
    name: 'an event about a template is another at each delivery',
    file: event,
    find: 'value, isUnclear];',
    replace: 'value, isUnclear, Math.random()];',
    tests: events,
  },
  {
    name: 'an unknown word for a status leaves the template as it was',
    file: words,
    find: "?? 'unclear';\n}\n\n/** The category",
    replace: "?? 'approved';\n}\n\n/** The category",
    tests: events,
  },
  {
    name: 'a rounded id of a template is kept',
    file: words,
    find: "if (typeof member === 'number' && !Number.isSafeInteger(member)) return undefined;",
    replace: '',
    tests: events,
  },
  {
    name: 'a language with a hyphen is another one',
    file: 'lambdas/domain/templates/template.ts',
    find: "return [language.toLowerCase(), ...parts].join('_');",
    replace: "return code.includes('-') ? code : [language.toLowerCase(), ...parts].join('_');",
    tests: [...domain, ...checks],
  },
  {
    name: 'the purpose of a template is that of another app',
    file: 'lambdas/domain/templates/template.ts',
    find: 'return Object.hasOwn(purposes, appId) ? purposes[appId] : undefined;',
    replace: 'return Object.values(purposes)[0];',
    tests: domain,
  },
  {
    name: 'a reading counts as of when it ended',
    file: 'lambdas/use-cases/templates/refresh-templates.ts',
    find: 'const after = { ...withFacts(before, facts, at, metaId),',
    replace: 'const after = { ...withFacts(before, facts, now() - 86_400_000, metaId),',
    tests: api,
  },
  {
    name: 'what could not be read is gone',
    file: 'lambdas/use-cases/templates/refresh-templates.ts',
    find: 'const isAll = after === undefined && !lacksSome;',
    replace: 'const isAll = after === undefined;',
    tests: ['test/use-cases/templates'],
  },
  {
    name: 'a reading ends with its first page',
    file: 'lambdas/use-cases/templates/refresh-templates.ts',
    find: 'if (after === undefined) break;',
    replace: 'after = undefined; break;',
    tests: ['test/use-cases/templates'],
  },
  {
    name: 'a changed template is written over one that changed meanwhile',
    file: 'lambdas/adapters/dynamodb/templates/template-store.ts',
    find: "{ ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }",
    replace: "{ ConditionExpression: 'version >= :before', ExpressionAttributeValues: { ':before': 0 } }",
    tests: ['test/use-cases/templates'],
  },
  {
    name: 'a template that another call of the same reading has read is gone',
    file: 'lambdas/use-cases/templates/refresh-templates.ts',
    find: 'return status === undefined || toSeconds(status.at) < toSeconds(at);',
    replace: 'return true;',
    tests: ['test/use-cases/templates'],
  },
  {
    name: 'of two who name a purpose at once one is told so and not stored',
    file: 'lambdas/adapters/dynamodb/templates/template-store.ts',
    find: "entryItem?.from === 'event' ? [entryItem] : []",
    replace: 'entryItem === undefined ? [] : [entryItem]',
    tests: ['test/use-cases/templates'],
  },
  {
    name: 'the address of the next page, with the access token in it, is what is asked for',
    file: 'lambdas/adapters/providers/meta/meta-templates.ts',
    find: "const next = textOf(paging, 'next') === undefined ? undefined : textOf(memberOf(paging, 'cursors'), 'after');",
    replace: "const next = textOf(paging, 'next');",
    tests: ['test/adapters/providers/meta/meta-templates.test.ts'],
  },
];
