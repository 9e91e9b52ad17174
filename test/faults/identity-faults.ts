import type { PlantedFault } from './planted-fault.ts';

const tenures = ['test/adapters/dynamodb/tenures'];
const pairs = ['test/adapters/dynamodb/reported-pairs'];
const identity = ['test/domain/identity/decide-identity', 'test/adapters/dynamodb/identity'];
const statements = ['test/adapters/dynamodb/statements'];

const dynamodb = 'lambdas/adapters/dynamodb';
const deciding = 'lambdas/domain/identity/decide-identity.ts';
const naming = 'lambdas/domain/identity/decide-named.ts';
const identifying = `${dynamodb}/identity/identify.ts`;
const arriving = 'lambdas/domain/identity/decide-arrival.ts';
const writing = `${dynamodb}/places/put-place.ts`;
const rows = `${dynamodb}/rows/row-keeper.ts`;
const listing = `${dynamodb}/directory/listed-people.ts`;
const storedPairs = `${dynamodb}/identity/settle-stored-pair.ts`;
const provingStored = 'lambdas/domain/identity/decide-stored-pair.ts';
const directory = ['test/adapters/dynamodb/directory/user-directory'];
const pairsSettled = ['test/cli/pairs-command'];
const debts = 'lambdas/domain/identity/denials.ts';

export const identityFaults: readonly PlantedFault[] = [
  {
    name: 'a home is put where another lives (D5)',
    file: writing,
    find: "ConditionExpression: 'v = :v AND attribute_not_exists(n)',",
    replace: "ConditionExpression: 'v = :v',",
    tests: tenures,
  },
  {
    name: 'a home is written over by another subject (D5)',
    file: writing,
    find: "ConditionExpression: 'v = :v AND u = :u AND attribute_exists(n)',\n        ExpressionAttributeValues: { ':v': read, ':u': living.subject.subjectId },",
    replace: "ConditionExpression: 'v = :v',\n        ExpressionAttributeValues: { ':v': read },",
    tests: tenures,
  },
  {
    name: 'the beginning of a hold moves along with the home (D5)',
    file: `${dynamodb}/identity/relocate-home.ts`,
    find: "return { ...own, ...identifierOf(found, place), kind: 'home' };",
    replace: "return { ...identifierOf(found, place), ...home, place, version: found?.version ?? 0, kind: 'home' };",
    tests: tenures,
  },
  {
    name: 'an earlier holder has no beginning (D6)',
    file: 'lambdas/domain/identity/decide-leaving.ts',
    find: '    since: heldSince,\n',
    replace: '',
    tests: tenures,
  },
  {
    name: 'acts are resolved as of now',
    file: identifying,
    find: 'const hold = holdOf(found, at);',
    replace: 'const hold = holdOf(found, at + Number.MAX_SAFE_INTEGER);',
    tests: [...tenures, 'test/adapters/dynamodb/identity'],
  },
  {
    name: 'a retry after a merge is answered with the survivor (D7)',
    file: 'lambdas/adapters/dynamodb/ledger/read-first.ts',
    find: 'const birth = lives.births[subjectId];',
    replace: 'const birth = undefined as string | undefined;',
    tests: tenures,
  },
  {
    name: 'a retry looks only into the ledger of who holds the number (D7)',
    file: 'lambdas/adapters/dynamodb/ledger/open-act.ts',
    find: '...elsewhere.map((key) => mustNotExist(table, key)),',
    replace: '',
    tests: [...tenures, ...statements],
  },
  {
    name: 'a linked number does not tell its doubtful forms (D8)',
    file: arriving,
    find: 'debts: [...person.debts, ...owes],',
    replace: 'debts: person.debts,',
    tests: tenures,
  },
  {
    name: 'a changed number does not tell its doubtful forms (D8)',
    file: 'lambdas/domain/identity/decide-change-notice.ts',
    find: 'debts: isNew ? [...debts, ...debtsToForms(before, newPhone)] : debts,',
    replace: 'debts,',
    tests: tenures,
  },
  {
    name: 'only a revocation is a denial that travels later (D8)',
    file: debts,
    find: 'return said || suppressions.length > 0 || isPlatformStopped(platformStop);',
    replace: 'return said;',
    tests: [...tenures, ...pairs],
  },
  {
    name: 'somebody without an identifier has a row (D11)',
    file: 'lambdas/domain/eligibility/eligible-row.ts',
    find: ' || !holdsIdentifier(subject)',
    replace: '',
    tests: tenures,
  },
  {
    name: 'a caller proves a pair (H1)',
    file: identifying,
    find: "by === 'provider' && person.userId === undefined",
    replace: 'person.userId === undefined',
    tests: [...pairs, ...statements],
  },
  {
    name: 'a yes by a caller stands under the BSUID too (H1)',
    file: naming,
    find: "'held' : 'holds', bsuid: false };",
    replace: "'held' : 'holds', bsuid: given.bsuid !== undefined };",
    tests: ['test/domain/identity/decide-named', ...pairs],
  },
  {
    name: 'a no beside the number is not looked at (H1)',
    file: 'lambdas/domain/eligibility/eligibility.ts',
    find: 'if (facts.beside !== undefined) {',
    replace: 'if (facts.beside !== undefined && facts.unsettled === true) {',
    tests: pairs,
  },
  {
    name: 'denials travel over any number of reported pairs (H1)',
    file: 'lambdas/domain/ledger/travel.ts',
    find: "return before === 'pair' ? 'pair' : way.over;",
    replace: 'return way.over === before ? before : undefined as unknown as TravelledOver;',
    tests: pairs,
  },
  {
    name: 'a no said before a pair was reported stays where it is (H1)',
    file: 'lambdas/domain/identity/decide-reported-pair.ts',
    find: 'if (person === undefined || !hasDenials(person.subject)) return [];',
    replace: 'if (person !== undefined || other !== undefined) return [];',
    tests: pairs,
  },
  {
    name: 'a pair that a payload contradicted holds on (H1)',
    file: 'lambdas/domain/identity/reported-pair.ts',
    find: 'return mark.until === undefined || saidAt < mark.until;',
    replace: 'return saidAt >= 0;',
    tests: pairs,
  },
  {
    name: 'a caller’s no that contradicts what is proven is refused (H1)',
    file: naming,
    find: '  if (!no) {\n    const contradicting',
    replace: '  {\n    const contradicting',
    tests: pairs,
  },
  {
    name: 'a stored pair without a proof counts as proven (H1)',
    file: `${dynamodb}/places/place-item.ts`,
    find: 'unproven: (item.ph !== undefined && item.b !== undefined && item.pr === undefined) || undefined,',
    replace: '',
    tests: pairs,
  },
  {
    name: 'a large change is tried in one transaction (F1)',
    file: rows,
    find: 'if (writes.length <= mostItems) return transact(table, writes, ledgerKeys);',
    replace: 'if (writes.length > 0) return transact(table, writes, ledgerKeys);',
    tests: tenures,
  },
  {
    name: 'rows that were taken away do not come back (F1)',
    file: 'lambdas/adapters/dynamodb/ledger/subject-store.ts',
    find: 'if (home.subject.unsettled === true) await rows.giveBack(app, home);',
    replace: 'if (home.version < 0) await rows.giveBack(app, home);',
    tests: tenures,
  },
  {
    name: 'a known number with another BSUID is the same person',
    file: deciding,
    find: 'if (pair === undefined || at > pair.last) return takeOver(byNumber, byBsuid);',
    replace: 'if (pair === undefined || at > pair.last) return use(byNumber);',
    tests: identity,
  },
  {
    name: 'a late proof takes the number from who showed it later',
    file: deciding,
    find: "return { do: 'interrupt', holder: byNumber, from: at, until: pair.last };",
    replace: 'return takeOver(byNumber, byBsuid);',
    tests: tenures,
  },
  {
    name: 'a person who moved keeps the old number',
    file: deciding,
    find: "if (pair === undefined || at > pair.last) return { do: 'move', holder: person };",
    replace: 'if (pair === undefined || at > pair.last) return undefined;',
    tests: tenures,
  },
  {
    name: 'an old number forgets the denials of who left it',
    file: 'lambdas/domain/identity/decide-move.ts',
    find: "...(hasDenials(subject) ? [{ to: left, until: at, over: 'pair' as const }] : []),",
    replace: '',
    tests: tenures,
  },
  {
    name: 'a proven new holder inherits the denials of who left',
    file: deciding,
    find: 'if (phone.unknownPeople === true) return takeOver(byNumber, byBsuid);\n  if (byBsuid === undefined) return link',
    replace: 'if (byBsuid === undefined) return link',
    tests: tenures,
  },
  {
    name: 'a no in a gap does not stand for the next holder',
    file: `${dynamodb}/identity/resolve-person.ts`,
    find: 'return identifier.homeOfNext(appId, phone, hold.next);',
    replace: 'return undefined;',
    tests: tenures,
  },
  {
    name: 'what others said by the number of an earlier time counts',
    file: 'lambdas/domain/ledger/cut.ts',
    find: 'return before && header.saidAt >= cut.from',
    replace: 'return false && before && header.saidAt >= cut.from',
    tests: tenures,
  },
  {
    name: 'a number change leaves the old window behind',
    file: `${dynamodb}/identity/relocate-home.ts`,
    find: 'remove(table, windowKey(appId, left.place)),',
    replace: '',
    tests: identity,
  },
  {
    name: 'a STOP by another form of the number is ignored',
    file: 'lambdas/domain/ledger/travel.ts',
    find: '...formsOf(named, at.subject),',
    replace: '',
    tests: statements,
  },
  {
    name: 'grants travel',
    file: 'lambdas/domain/ledger/denial.ts',
    find: '  if (!isDenial(command.action)) return undefined;\n  return { first: ref',
    replace: '  return { first: ref',
    tests: statements,
  },
  {
    name: 'the trail of a person ends after two steps',
    file: `${dynamodb}/places/place-reader.ts`,
    find: 'export const longestTrail = 64;',
    replace: 'export const longestTrail = 2;',
    tests: tenures,
  },
  {
    name: 'a page of open windows ends between two windows of one person (D10)',
    file: listing,
    find: "if (kind === 'kept-window' && last !== undefined) {",
    replace: 'if (last === null) {',
    tests: directory,
  },
  {
    name: 'a window of an absorbed subject lists its person a second time (D10)',
    file: listing,
    find: "const last = lasts.get(listedUnder(home, windows) ?? '');",
    replace: 'const last = [...lasts.values()][0];',
    tests: directory,
  },
  {
    name: 'a person whose windows all bear an absorbed subject is not listed',
    file: listing,
    find: 'return borne.includes(own) ? own : borne.toSorted()[0];',
    replace: 'return own;',
    tests: directory,
  },
  {
    name: 'every stored pair counts as proven',
    file: provingStored,
    find: 'const pair = spanOf(proofs);',
    replace: 'const pair = spanOf(proofs) ?? { first: 0, last: 0 };',
    tests: pairsSettled,
  },
  {
    name: 'a split leaves the parent BSUID with the number',
    file: storedPairs,
    find: 'const left = [bsuids, ...(await parentOf(app, before, decision.parentBsuid))];',
    replace: 'const left = [bsuids];',
    tests: pairs,
  },
  {
    name: 'a subject keeps the name of a parent BSUID that it was split from',
    file: provingStored,
    find: 'subject: without,',
    replace: 'subject: { ...without, parentBsuid },',
    tests: pairs,
  },
  {
    name: 'after a split the window of the number still knows the BSUID',
    file: storedPairs,
    find: "UpdateExpression: 'REMOVE b',",
    replace: "UpdateExpression: 'REMOVE nothing',",
    tests: pairs,
  },
  {
    name: 'after a split the window of the BSUID is still the number’s',
    file: storedPairs,
    find: '? remove(table, { pk, sk })',
    replace:
      '? { ConditionCheck: { TableName: table.tableName, Key: { pk, sk }, ConditionExpression: "attribute_exists(pk)" } }',
    tests: pairs,
  },
  {
    name: 'denials of an interrupted split stay owed',
    file: 'lambdas/adapters/dynamodb/ledger/subject-store.ts',
    find: "await finish(app, home);\n        return 'settled';",
    replace: "return 'settled';",
    tests: pairs,
  },
  {
    name: 'the earlier key of a line hides the proof of its pair',
    file: 'lambdas/domain/ledger/pair-proofs.ts',
    find: 'parseWaId(digits)?.digits === canonicalPhone(phone).digits;',
    replace: 'parseWaId(digits)?.digits === phone;',
    tests: pairs,
  },
  {
    name: 'somebody who cannot be settled ends the walk',
    file: 'lambdas/use-cases/people/settle-stored-pairs.ts',
    find: "return { appId, userId, came: 'failed', failure };",
    replace: 'throw failure;',
    tests: pairsSettled,
  },
  {
    name: 'only the first page of people is settled',
    file: 'lambdas/use-cases/people/settle-stored-pairs.ts',
    find: '} while (from !== undefined);',
    replace: '} while (from === null);',
    tests: pairsSettled,
  },
  {
    name: 'somebody who holds nothing is listed among the people',
    file: 'lambdas/use-cases/people/list-users.ts',
    find: 'if (isEarlierHolder(subject)) return false;',
    replace: '',
    tests: ['test/handlers/earlier-holders'],
  },
  {
    name: 'somebody who holds nothing is shown as opted in',
    file: 'lambdas/edge/api/users/user-view.ts',
    find: 'optedIn: isReachable && ',
    replace: 'optedIn: ',
    tests: ['test/handlers/earlier-holders'],
  },
  {
    name: 'a grant by the earlier key of a line escapes the cut',
    file: 'lambdas/domain/ledger/cut.ts',
    find: 'line.digits === canonicalPhone(number).digits;',
    replace: 'line.digits === number;',
    tests: ['test/adapters/dynamodb/ledger/cut'],
  },
];
