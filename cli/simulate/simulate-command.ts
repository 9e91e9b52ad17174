import { command } from '../../dev/control.ts';
import { dataFolder } from '../../dev/storage/data-folder.ts';
import { unknownName } from '../nearest.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { sampleCommand } from '../sample/sample-command.ts';
import { UsageError } from '../usage-error.ts';
import {
  addressee,
  answerTo,
  duration,
  filledIn,
  given,
  occasion,
  person,
  phoneCall,
  words,
} from './simulate-arguments.ts';

const string = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
const phoned = { from: string, to: string, app: string, by: string, ...dataFlag };
const who = { from: string, bsuid: string, username: string, app: string, at: string, ...dataFlag };

type Act = (args: readonly string[]) => Promise<number>;

/** What the world outside does to a running local mode. Each takes its own flags and no others. */
const acts: Readonly<Record<string, Act>> = {
  async whatsapp(args) {
    const { values, positionals } = readArguments(args, { ...who, link: string }, true);
    const text = positionals.join(' ');
    const said =
      values.link === undefined ? { text: words(text) } : { link: values.link, ...(text !== '' && { text }) };
    return told(
      await command(dataFolder(values.data), 'whatsapp', { ...person(values), ...occasion(values), ...said }),
    );
  },
  async edit(args) {
    const { values, positionals } = readArguments(args, who, true);
    const edit = { ...person(values), ...occasion(values), text: words(positionals.join(' ')) };
    return told(await command(dataFolder(values.data), 'edit', edit));
  },
  async button(args) {
    const { values } = readArguments(args, { ...who, payload: string, title: string, template: flag, answers: string });
    const payload = given(values.payload, 'which button: --payload optledger:stop-all');
    const { title = payload, template } = values;
    const button = { ...person(values), ...occasion(values), ...answerTo(values), payload, title, template };
    return told(await command(dataFolder(values.data), 'button', button));
  },
  async list(args) {
    const flags = { ...who, row: string, title: string, description: string, answers: string };
    const { values } = readArguments(args, flags);
    const id = given(values.row, 'which row: --row optledger:stop-all');
    const { title = id, description } = values;
    const row = { id, title, ...(description !== undefined && { description }) };
    return told(
      await command(dataFolder(values.data), 'list', {
        ...person(values),
        ...occasion(values),
        ...answerTo(values),
        ...row,
      }),
    );
  },
  async flow(args) {
    const { values, positionals } = readArguments(args, { ...who, answers: string }, true);
    const flow = { ...person(values), ...occasion(values), ...answerTo(values), answer: filledIn(positionals) };
    return told(await command(dataFolder(values.data), 'flow', flow));
  },
  async welcome(args) {
    const { values } = readArguments(args, who);
    return told(await command(dataFolder(values.data), 'welcome', { ...person(values), ...occasion(values) }));
  },
  async offer(args) {
    const flags = { to: string, bsuid: string, app: string, purpose: string, name: string, ...dataFlag };
    const { values, positionals } = readArguments(
      args,
      { ...flags, payload: { type: 'string', multiple: true } },
      true,
    );
    const { app, name, payload } = values;
    const offer = {
      user: addressee(values),
      purpose: given(values.purpose, 'what for: --purpose offers'),
      text: words(positionals.join(' ')),
      ...(app !== undefined && { app }),
      ...(name !== undefined && { template: name }),
      ...(payload !== undefined && { payloads: payload }),
    };
    const { sent, reasons } = await command(dataFolder(values.data), 'offer', offer);
    printed([sent ? 'sent' : 'not sent', ...reasons.map(({ code, detail }) => `${code}: ${detail}`)].join('\n'));
    return sent ? 0 : 1;
  },
  async status(args) {
    const { app, at, data } = { ...who };
    const { values } = readArguments(args, { app, at, data, to: string, error: string, 'entry-point': flag });
    const to = given(values.to, 'to whom the message went: --to 5215512345678');
    if (!/^(?:\d{6,15}|[A-Z]{2}\.\w+)$/.test(to))
      throw new UsageError('--to takes digits only, as WhatsApp writes them, or a BSUID.');
    if (values.error !== undefined && !/^\d{1,9}$/.test(values.error))
      throw new UsageError('--error takes a number of Meta, like 131050.');
    const error = values.error === undefined ? {} : { error: Number(values.error) };
    const status = { ...occasion(values), ...error, to, freeEntryPoint: values['entry-point'] };
    return told(await command(dataFolder(values.data), 'status', status));
  },
  async refuse(args) {
    const { values } = readArguments(args, { to: string, code: string, ...dataFlag });
    const to = given(values.to, 'to whom: --to 5215512345678');
    const code = given(values.code, 'with which code of the provider: --code 131049');
    await command(dataFolder(values.data), 'refuse', { to, code });
    return printed(`The next message to ${to} is refused with ${code}.`);
  },
  async preference(args) {
    const { values, positionals } = readArguments(args, who, true);
    const value = positionals.join(' ');
    if (value !== 'stop' && value !== 'resume') throw new UsageError('Say stop or resume.');
    return told(
      await command(dataFolder(values.data), 'preference', { ...person(values), ...occasion(values), value }),
    );
  },
  async 'ad-click'(args) {
    const { values, positionals } = readArguments(args, { ...who, ad: string, post: flag, headline: string }, true);
    const { ad, post, headline } = values;
    const click = {
      sourceId: given(ad, 'which ad: --ad 120226305854810726'),
      sourceType: post ? ('post' as const) : ('ad' as const),
      ...(headline !== undefined && { headline }),
      text: words(positionals.join(' ')),
    };
    return told(
      await command(dataFolder(values.data), 'adClick', { ...person(values), ...occasion(values), ...click }),
    );
  },
  async signup(args) {
    const { values, positionals } = readArguments(args, who, true);
    const signupId = given(positionals.join(' '), 'which signup: its id, like 13176843987434774');
    if (!/^\d{1,40}$/.test(signupId)) throw new UsageError('A signup is named by digits, like 13176843987434774.');
    return told(await command(dataFolder(values.data), 'signup', { ...person(values), ...occasion(values), signupId }));
  },
  async call(args) {
    const { values } = readArguments(args, who);
    return told(await command(dataFolder(values.data), 'call', { ...person(values), ...occasion(values) }));
  },
  async 'missed-call'(args) {
    const { values } = readArguments(args, phoned);
    return told(await command(dataFolder(values.data), 'missedCall', phoneCall(values)));
  },
  async ivr(args) {
    const { values } = readArguments(args, { ...phoned, digits: string, locale: string });
    const { digits, locale } = values;
    const menu = { ...(digits !== undefined && { digits }), ...(locale !== undefined && { locale }) };
    const result = await command(dataFolder(values.data), 'ivr', { ...phoneCall(values), ...menu });
    if (result.heard !== undefined && result.heard !== '') printed(`They hear: ${result.heard}`);
    return told(result);
  },
  async template(args) {
    const { app, at } = who;
    const flags = { app, at, language: string, in: string, ...dataFlag };
    const { values, positionals } = readArguments(args, flags, true);
    const [name, becomes, ...more] = positionals;
    if (name === undefined || becomes === undefined || more.length > 0)
      throw new UsageError('Say which template and what it becomes: order_update marketing.');
    const { language = 'en_US', in: later } = values;
    const inMs = later === undefined ? {} : { inMs: duration(later) };
    return told(
      await command(dataFolder(values.data), 'template', { ...occasion(values), ...inMs, name, language, becomes }),
    );
  },
  async sms(args) {
    const { values, positionals } = readArguments(args, { from: string, to: string, ...dataFlag }, true);
    const [from, to] = (['from', 'to'] as const).map((name) => {
      const number = given(values[name], `--${name} +14165550123`);
      if (!/^\+\d{6,15}$/.test(number)) throw new UsageError(`--${name} takes a + and digits: +14165550123.`);
      return number;
    });
    const sms = { from: from ?? '', to: to ?? '', text: words(positionals.join(' ')) };
    return told(await command(dataFolder(values.data), 'sms', sms));
  },
  async clock(args) {
    // "-10m" is a word of the clock, not a flag.
    const isBack = (each: string): boolean => /^-\d/.test(each);
    const sorted = [...args.filter((each) => !isBack(each)), '--', ...args.filter(isBack)];
    const { values, positionals } = readArguments(sorted, dataFlag, true);
    const text = positionals.join(' ');
    const { now } = await command(dataFolder(values.data), 'clock', text === 'reset' ? 'reset' : duration(text));
    return printed(`It is ${now} now${text === 'reset' ? ', the true time' : ' for our rules'}.`);
  },
  async tick(args) {
    const { values, positionals } = readArguments(args, dataFlag, true);
    const id = given(positionals.join(' '), 'which schedule: its id, like sch_e1497f48f25d2a9b');
    await command(dataFolder(values.data), 'tick', id);
    return printed(`${id} was fired; the export runs.`);
  },
  async sent(args) {
    const { values } = readArguments(args, dataFlag);
    return printed(JSON.stringify(await command(dataFolder(values.data), 'sent'), null, 2));
  },
  sample: sampleCommand,
};

/** Does one act and prints what came of it. Answers the exit code. Throws UsageError, and what the act complained about. */
export async function simulateCommand([name, ...rest]: readonly string[]): Promise<number> {
  const names = Object.keys(acts);
  if (name === undefined) throw new UsageError(`Say what happens: ${names.join(', ')}.`);
  const act = names.includes(name) ? acts[name] : undefined;
  if (act === undefined) throw new UsageError(unknownName('act', name, names));
  return act(rest);
}

/** The status that Meta would see, and what came of it, a line each. */
function told(result: {
  readonly status?: number;
  readonly delivery?: string;
  readonly came: readonly string[];
  readonly isHeard: boolean;
}): number {
  const isTaken = result.status === 200 || result.delivery === 'handled';
  printed([`${result.status ?? result.delivery}`, ...result.came].join('\n'));
  return isTaken && result.isHeard ? 0 : 1;
}

function printed(text: string): number {
  console.log(text);
  return 0;
}
