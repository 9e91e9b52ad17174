import type { PlantedFault } from './planted-fault.ts';

const said = ['test/handlers/recorded-ledgers/words'];
const referred = ['test/handlers/recorded-ledgers/references'];
const odd = ['test/handlers/recorded-ledgers/odd'];
const texted = ['test/handlers/recorded-ledgers/sms'];
const hearing = ['test/use-cases/inbound/hear-inbound'];
const asking = ['test/adapters/http/ask'];
const rooms = ['test/architecture/providers'];

const rules = 'lambdas/domain/inbound/channel-rules.ts';
const act = 'lambdas/domain/inbound/heard-act.ts';
const evidence = 'lambdas/domain/inbound/evidence-of-act.ts';
const message = 'lambdas/domain/inbound/decide-message.ts';
const reference = 'lambdas/domain/inbound/decide-reference.ts';
const answer = 'lambdas/domain/inbound/decide-answer.ts';
const wanted = 'lambdas/domain/inbound/wanted.ts';
const use = 'lambdas/use-cases/inbound/hear-inbound.ts';
const record = 'lambdas/use-cases/inbound/record-change.ts';
const lanes = 'lambdas/use-cases/ledger/in-lanes.ts';
const ask = 'lambdas/adapters/http/ask.ts';

/** Faults of hearing what people write, by whichever provider, and of asking somebody outside. */
export const inboundFaults: readonly PlantedFault[] = [
  {
    name: 'an SMS has the source of a message on WhatsApp',
    file: rules,
    find: "source: { words: 'sms-keyword',",
    replace: "source: { words: 'whatsapp-message',",
    tests: texted,
  },
  {
    name: 'a button has the source of words',
    file: act,
    find: 'payload === undefined ? words : button',
    replace: 'payload === undefined ? words : words',
    tests: referred,
  },
  {
    name: 'evidence of WhatsApp names our number',
    file: evidence,
    find: 'channelRules[channel].namesOurNumber ? idAsEvidence(receivedBy) : undefined',
    replace: 'idAsEvidence(receivedBy)',
    tests: referred,
  },
  {
    name: 'a name that we made up passes for the provider’s id',
    file: evidence,
    find: "lacks?.includes('id') === true ? undefined : idAsEvidence(messageId)",
    replace: 'idAsEvidence(messageId)',
    tests: said,
  },
  {
    name: 'every app on a shared number answers',
    file: message,
    find: 'const asks = isFirst && mayReply(act);',
    replace: 'const asks = mayReply(act);',
    tests: texted,
  },
  {
    name: 'a stop in standby is answered',
    file: message,
    find: 'const asks = isFirst && mayReply(act);',
    replace: 'const asks = isFirst;',
    tests: said,
  },
  {
    name: 'apps on a shared number answer in the order in which they are found',
    file: 'lambdas/use-cases/inbound/owners.ts',
    find: 'place(a) < place(b) ? -1 : 1',
    replace: 'place(a) > place(b) ? -1 : 1',
    tests: texted,
  },
  {
    name: 'a stop of a message is not counted by the window',
    file: message,
    find: "return { app, changes: windowAfter([{ record: 'statement', said }]), isUnclear: false };",
    replace: "return { app, changes: [{ record: 'statement', said }], isUnclear: false };",
    tests: said,
  },
  {
    name: 'HELP on WhatsApp is answered by us',
    file: message,
    find: 'if (asksForHelp && channelRules[act.channel].answersHelp)',
    replace: 'if (asksForHelp)',
    tests: said,
  },
  {
    name: 'OPTIN is recorded without the notice that advertised it',
    file: message,
    find: 'evidence: { ...evidenceOf(act), ...app.keywordNotice },',
    replace: 'evidence: evidenceOf(act),',
    tests: texted,
  },
  {
    name: 'the words of the keyword notice are not sealed',
    file: message,
    find: 'seal: known.seal,',
    replace: 'seal: undefined,',
    tests: texted,
  },
  {
    name: 'OPTIN on WhatsApp opts in',
    file: wanted,
    find: 'channelRules[channel].hearsOptIn && text !== undefined && told',
    replace: 'text !== undefined && told',
    tests: said,
  },
  {
    name: 'a clear stop waits for what its reference leads to',
    file: wanted,
    find: ".act === 'stop' ? undefined : reference;",
    replace: ".act === 'none' ? reference : reference;",
    tests: ['test/handlers/whatsapp-webhook-choices'],
  },
  {
    name: 'a yes in an edit is looked up',
    file: wanted,
    find: "answer === 'no' ? act.via !== 'history' : !onlyNoCounts(act)",
    replace: 'true',
    tests: said,
  },
  {
    name: 'a choice is confirmed by every app on the number',
    file: reference,
    find: "if (choice.appId !== appId || decide === 'nothing') return [];",
    replace: "if (decide === 'nothing') return [];",
    tests: ['test/domain/inbound/decide-inbound'],
  },
  {
    name: 'a chat is every app’s on the number',
    file: reference,
    find: 'if (point.appId !== appId) return [];',
    replace: '',
    tests: ['test/domain/inbound/decide-inbound'],
  },
  {
    name: 'a reference that is another business’s makes words ready',
    file: reference,
    find: 'const owner = apps.find(({ appId }) => appId === (choice ?? point)?.appId);',
    replace: 'const [owner] = apps;',
    tests: ['test/domain/inbound/decide-inbound'],
  },
  {
    name: 'a confirmation that comes again after the move is another act',
    file: reference,
    find: ':confirmed`,',
    replace: ':granted`,',
    tests: referred,
  },
  {
    name: 'a confirmation forgets what the page saw',
    file: reference,
    find: '      utm,\n',
    replace: '',
    tests: referred,
  },
  {
    name: 'a confirmation forgets its campaign',
    file: 'lambdas/domain/collection/evidence-of-point.ts',
    find: 'return { ...notice, pointId, campaign };',
    replace: 'return { ...notice, pointId, ...(campaign === "" && { campaign }) };',
    tests: referred,
  },
  {
    name: 'an answer that comes again after the move is another act',
    file: answer,
    find: ':answered`,',
    replace: ':said`,',
    tests: referred,
  },
  {
    name: 'the page waits for ever for a yes in the chat',
    file: answer,
    find: "changes: [{ record: 'statement', said: granted }, ...waiting]",
    replace: "changes: [{ record: 'statement', said: granted }]",
    tests: referred,
  },
  {
    name: 'the second who confirms a choice is opted in too',
    file: record,
    find: 'if (isTheirs) return',
    replace: 'if (isTheirs !== undefined) return',
    tests: hearing,
  },
  {
    name: 'an unclear stop is lost with its words',
    file: record,
    find: 'await (brake.lift ? record() : recordNo(brake.evidence, record));',
    replace: 'return record();',
    tests: odd,
  },
  {
    name: 'a refusal is lost with its words',
    file: record,
    find: 'if (!isDenial(said.action)) {',
    replace: "if (said.action !== 'refused') {",
    tests: odd,
  },
  {
    name: 'what came to a number of nobody is forgotten',
    file: use,
    find: 'if (owners.length === 0) return await keep(deps, unknownNumber, item.part);',
    replace: 'if (owners.length === 0) return [];',
    tests: odd,
  },
  {
    name: 'two acts of one person race when a second identifier names them',
    file: lanes,
    find: 'for (const lane of new Set(lanesOf(item))) {',
    replace: 'for (const lane of lanesOf(item).slice(0, 1)) {',
    tests: ['test/use-cases/ledger/in-lanes', ...hearing],
  },
  {
    name: 'everybody of a delivery is recorded at once',
    file: lanes,
    find: 'while (running < atOnce) {',
    replace: 'while (running >= 0) {',
    tests: ['test/use-cases/ledger/in-lanes', ...hearing],
  },
  {
    name: 'an act that waits for two is let go by the first',
    file: lanes,
    find: 'if (next.before === 0) ready.push(next);',
    replace: 'if (next.before >= 0) ready.push(next);',
    tests: ['test/use-cases/ledger/in-lanes'],
  },
  {
    name: 'an answer of any length is read',
    file: ask,
    find: 'if (bytes <= mostOfAnAnswer) return;',
    replace: 'if (bytes >= 0) return;',
    tests: asking,
  },
  {
    name: 'half of an answer passes for one',
    file: ask,
    find: "answer.on('error', () => answered(0));",
    replace: "answer.on('error', () => answered(status, ...chunks));",
    tests: asking,
  },
  {
    name: 'a question without an answer waits for ever',
    file: ask,
    find: ', signal: AbortSignal.timeout(timeLimit)',
    replace: '',
    tests: asking,
  },
  {
    name: 'a provider decides what words mean',
    file: 'lambdas/adapters/providers/aws-sms/parse-sms.ts',
    find: "import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';",
    replace:
      "import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';\nexport { understandText } from '../../../domain/inbound/understand.ts';",
    tests: rooms,
  },
  {
    name: 'a provider leans on another',
    file: 'lambdas/adapters/providers/aws-sms/parse-sms.ts',
    find: "import { instantOf } from '../../time/instant-of.ts';",
    replace: "import { timeOf as instantOf } from '../meta/parse-time.ts';",
    tests: rooms,
  },
  {
    name: 'what a function does not hear is acknowledged',
    file: 'lambdas/use-cases/inbound/inbound-deps.ts',
    find: "if (part === undefined) throw new Error('This function does not hear this channel.');",
    replace: 'if (part === undefined) return (() => Promise.resolve([])) as Part;',
    tests: hearing,
  },
];
