import type { PlantedFault } from './planted-fault.ts';

const number = ['test/handlers/change-of-number'];
const portfolio = ['test/handlers/change-of-portfolio'];
const rules = ['test/domain/identity/portfolio'];
const settings = ['test/domain/app/portfolios'];
const links = ['test/handlers/links-of-a-former-portfolio'];
const exported = ['test/use-cases/exports/write-export-shard'];

const kept = 'lambdas/domain/app/portfolios.ts';
const bsuid = 'lambdas/domain/identity/portfolio.ts';
const who = 'lambdas/domain/identity/decide-identity.ts';
const may = 'lambdas/domain/eligibility/eligibility.ts';
const here = 'lambdas/domain/inbound/at-number.ts';
const former = 'lambdas/adapters/dynamodb/identity/former-bsuids.ts';

export const portfolioFaults: readonly PlantedFault[] = [
  {
    name: 'a STOP at a number that was given up is heard by nobody',
    file: 'lambdas/adapters/dynamodb/admin/app-store.ts',
    find: 'item?.appId ?? item?.formerly',
    replace: 'item?.appId',
    tests: number,
  },
  {
    name: 'what comes to a number of the new portfolio is read with settings of before',
    file: 'lambdas/adapters/dynamodb/admin/app-store.ts',
    find: 'await find(appId, isOfToday)',
    replace: 'await find(appId)',
    tests: ['test/adapters/dynamodb/admin/app-store'],
  },
  {
    name: 'a number that was given up forgets its portfolio',
    file: 'lambdas/adapters/dynamodb/admin/number-claims.ts',
    find: 'formerly: after.appId, portfolio: before && portfolioOf(before)',
    replace: 'formerly: after.appId, portfolio: portfolioOf(after)',
    tests: portfolio,
  },
  {
    name: 'a number that is taken says nothing of its portfolio',
    file: 'lambdas/adapters/dynamodb/admin/number-claims.ts',
    find: 'appId: after.appId, portfolio: portfolioOf(after)',
    replace: 'appId: after.appId, portfolio: undefined',
    tests: portfolio,
  },
  {
    name: 'a message to the old number opens a window of the new one',
    file: here,
    find: 'opensWindow: item.opensWindow && !isFormer',
    replace: 'opensWindow: item.opensWindow',
    tests: number,
  },
  {
    name: 'a call to the old number opens a window of the new one',
    file: 'lambdas/domain/inbound/decide-inbound.ts',
    find: "return change.record === 'window' || change.record === 'entry-point';",
    replace: "return change.record === 'entry-point';",
    tests: number,
  },
  {
    name: 'leave to write again from the old number counts for the new one',
    file: 'lambdas/domain/inbound/decide-inbound.ts',
    find: "return change.event.value === 'resume';",
    replace: 'return false;',
    tests: number,
  },
  {
    name: 'START at a number of a former portfolio counts',
    file: here,
    find: "isFormer ? (isPresent ? 'number' : 'portfolio') : undefined",
    replace: "isFormer ? 'number' : undefined",
    tests: portfolio,
  },
  {
    name: 'what is said at the old number is answered from the new one',
    file: 'lambdas/domain/inbound/may-reply.ts',
    find: 'return told === undefined && former === undefined && (',
    replace: 'return told === undefined && former !== null && (',
    tests: number,
  },
  {
    name: 'a reply that was still to be sent goes out from the new number',
    file: 'lambdas/domain/replies/decide-reply.ts',
    find: 'if (!isSms && isOfFormer) return',
    replace: 'if (isSms && isOfFormer) return',
    tests: number,
  },
  {
    name: 'a window of the old number lets the new one write',
    file: may,
    find: 'window: windowSince(facts.window, numberSince)',
    replace: 'window: windowSince(facts.window, numberSince && 0)',
    tests: number,
  },
  {
    name: 'what is kept while a function does not know of the new number opens its window',
    file: kept,
    find: 'before.numberSince : now + settingsAge',
    replace: 'before.numberSince : now',
    tests: [...number, ...settings],
  },
  {
    name: 'an app without a number keeps its windows',
    file: kept,
    find: 'if (wanted === null) return { portfolios, ...numberSince };',
    replace: 'if (wanted === null) return { portfolios };',
    tests: [...number, ...settings],
  },
  {
    name: 'another WABA is taken for the same portfolio in silence',
    file: kept,
    find: 'if (portfolioId === undefined) {',
    replace: 'if (portfolioId === null) {',
    tests: [...number, ...settings],
  },
  {
    name: 'an app that has no number forgets its portfolio',
    file: kept,
    find: 'if (wanted === null) return { portfolios, ...numberSince };',
    replace: 'if (wanted === null) return { ...numberSince };',
    tests: settings,
  },
  {
    name: 'a portfolio without a name is taken for another one',
    file: kept,
    find: 'if (unnamed !== undefined) {',
    replace: 'if (unnamed === null) {',
    tests: [...number, ...settings],
  },
  {
    name: 'somebody known by a former BSUID alone is written to',
    file: may,
    find: 'portfolioOf(facts.onlyBsuid) !== (settings.portfolios?.now ?? 0)',
    replace: 'portfolioOf(facts.onlyBsuid) > (settings.portfolios?.now ?? 0)',
    tests: [...portfolio, ...exported],
  },
  {
    name: 'an export writes to people known by a former BSUID alone',
    file: 'lambdas/domain/eligibility/eligible-row.ts',
    find: 'const onlyBsuid = row.phone === undefined ? row.bsuid : undefined;',
    replace: 'const onlyBsuid = undefined;',
    tests: exported,
  },
  {
    name: 'an export forgets in which portfolio it was planned',
    file: 'lambdas/use-cases/exports/plan-export.ts',
    find: 'app.portfolios && { now: app.portfolios.now }',
    replace: 'undefined',
    tests: exported,
  },
  {
    name: 'an export gives out former BSUIDs',
    file: 'lambdas/use-cases/exports/write-export-shard.ts',
    find: 'bsuid: writtenIfPresent(row.bsuid, present)',
    replace: 'bsuid: row.bsuid',
    tests: exported,
  },
  {
    name: 'a question by a former BSUID is answered by the number',
    file: former,
    find: 'const isAlone = phone === undefined',
    replace: 'const isAlone = phone !== undefined',
    tests: portfolio,
  },
  {
    name: 'a no by a former BSUID is nobody’s',
    file: former,
    find: 'return bsuid === undefined || otherwise.length === 0 ? [] : [bsuid, ...otherwise];',
    replace: 'return bsuid === undefined || otherwise.length === 0 ? [] : [bsuid];',
    tests: portfolio,
  },
  {
    name: 'a yes by a former BSUID is taken',
    file: 'lambdas/domain/ledger/statement-command.ts',
    find: 'if (portfolioOf(bsuid) === present) return;',
    replace: 'if (portfolioOf(bsuid) <= present) return;',
    tests: portfolio,
  },
  {
    name: 'the same letters in two portfolios are one person',
    file: bsuid,
    find: 'return portfolio === 0 ? written :',
    replace: 'return portfolio >= 0 ? written :',
    tests: [...portfolio, ...rules],
  },
  {
    name: 'a new BSUID takes the number from the person',
    file: bsuid,
    find: 'a !== b && portfolioOf(a) === portfolioOf(b)',
    replace: 'a !== b',
    tests: [...portfolio, ...rules],
  },
  {
    name: 'a payload of a former portfolio takes the number from somebody',
    file: who,
    find: 'question.isFormer === true && areOfTwoPortfolios(byNumber.bsuid, given.bsuid)',
    replace: 'question.isFormer !== undefined && areOfTwoPortfolios(byNumber.bsuid, given.bsuid) && at < 0',
    tests: [...rules, ...portfolio],
  },
  {
    name: 'a late payload makes the former BSUID the one that a person is known by',
    file: bsuid,
    find: 'return portfolioOf(had) === present && portfolioOf(came) !== present ? had : came;',
    replace: 'return came;',
    tests: [...rules, ...portfolio],
  },
  {
    name: 'a proof of a new BSUID ends what was reported of a former one',
    file: 'lambdas/domain/identity/reported-pair.ts',
    find: "return reported.kind === 'phone' || !areOfTwoPortfolios(reported.value, proven.value);",
    replace: 'return true;',
    tests: rules,
  },
  {
    name: 'a yes by a link to a former BSUID counts',
    file: 'lambdas/use-cases/personal-links/person-of-link.ts',
    find: 'const changedHands = isFormer ||',
    replace: 'const changedHands = isFormer !== isFormer ||',
    tests: links,
  },
  {
    name: 'a stop by a link to a former BSUID is nobody’s',
    file: 'lambdas/use-cases/personal-links/person-of-link.ts',
    find: 'const named = orFormer(link.person, portfolioCount(app).count);',
    replace: 'const named = orFormer(link.person, 1);',
    tests: links,
  },
  {
    name: 'a denial beside a channel is compared as it is written',
    file: 'lambdas/domain/keywords/channels.ts',
    find: 'new RegExp(foldPattern(denials)',
    replace: 'new RegExp(String(denials)',
    tests: ['test/domain/keywords/kinds'],
  },
];
