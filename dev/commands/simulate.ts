/** `npm run simulate`: what the world outside does to a running local mode. */
import { parseArgs } from 'node:util';
import { command } from '../control.ts';
import { dataFolder } from '../storage/data-folder.ts';

const usage = `npm run simulate -- COMMAND …

  whatsapp    --from WA_ID [--bsuid BSUID] [--app PHONE_NUMBER_ID] [--at TIME] "TEXT"
  whatsapp    --from WA_ID --link 'https://wa.me/…' ["EDITED TEXT"]       send what a link of a page has ready
  button      --from WA_ID --payload ID [--title TEXT] [--template]     tap a button of ours, or of a template
  status      --to WA_ID [--error 131050] [--entry-point]               what became of a message of ours
  preference  stop|resume --from WA_ID                                  WhatsApp's own switch for marketing
  sms         --from +NUMBER --to +NUMBER "TEXT"
  clock       +25h | -10m | +2d | reset                                 moves our rules' clock, never signatures
  tick        SCHEDULE_ID                                               fires an export schedule now
  call        --from WA_ID                                              a call that nobody takes
  sent                                                                  what would have been sent
  sample      [discard]                                                 a business with a year of made-up data, beside yours

  --bsuid, --app and --at (RFC 3339) work with whatsapp, button, call and preference; --app and --at also with status.
  --app is the id of an app, or Meta's phone number id; it may be left out where one app has a WhatsApp number.
  WA_ID is digits only, as WhatsApp writes it: 5215512345678.`;

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The arguments are wrong; the answer is how to do it right. */
class UsageError extends Error {}

const isHelp = process.argv.slice(2).some((argument) => argument === '--help' || argument === 'help');

try {
  const result = isHelp ? usage : await run();
  console.log(typeof result === 'string' ? result : (JSON.stringify(result, null, 2) ?? 'done'));
} catch (error) {
  const isMisuse =
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  console.error(`${error instanceof Error ? error.message : error}${isMisuse ? `\n\n${usage}` : ''}`);
  process.exitCode = 1;
}

async function run(): Promise<unknown> {
  const string = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    from: string,
    bsuid: string,
    app: string,
    at: string,
    payload: string,
    link: string,
    title: string,
    to: string,
    error: string,
    template: flag,
    'entry-point': flag,
  };
  // "+25h" and "-10m" are words of the clock, not options.
  const [name, ...rest] = process.argv.slice(2);
  const { values, positionals } =
    name === 'clock'
      ? { values: { template: false, 'entry-point': false } as ReturnType<typeof read>['values'], positionals: rest }
      : read();
  function read() {
    return parseArgs({ args: rest, options, allowPositionals: true });
  }
  const text = positionals.join(' ');
  const folder = dataFolder();
  const occasion = {
    app: values.app,
    ...(values.at !== undefined && { at: instant(values.at) }),
  };
  const person = () => {
    if (values.from === undefined && values.bsuid === undefined)
      throw new UsageError('Say who: --from WA_ID, or --bsuid BSUID.');
    if (values.from !== undefined && !/^\d{6,15}$/.test(values.from))
      throw new UsageError('--from takes digits only here, as WhatsApp writes it.');
    return {
      from: values.from,
      bsuid: values.bsuid,
    };
  };

  switch (name) {
    case 'whatsapp': {
      const said =
        values.link === undefined
          ? { text: given(text, 'the text of the message') }
          : { link: values.link, ...(text !== '' && { text }) };
      return told(await command(folder, 'whatsapp', { ...person(), ...occasion, ...said }));
    }
    case 'button': {
      const payload = given(values.payload, '--payload');
      return told(
        await command(folder, 'button', {
          ...person(),
          ...occasion,
          payload,
          title: values.title ?? payload,
          template: values.template,
        }),
      );
    }
    case 'status': {
      const error = values.error === undefined ? {} : { error: Number(values.error) };
      return told(
        await command(folder, 'status', {
          ...occasion,
          ...error,
          to: given(values.to, '--to'),
          freeEntryPoint: values['entry-point'],
        }),
      );
    }
    case 'preference':
      if (text !== 'stop' && text !== 'resume') throw new UsageError('Say stop or resume.');
      return told(await command(folder, 'preference', { ...person(), ...occasion, value: text }));
    case 'call':
      return told(await command(folder, 'call', { ...person(), ...occasion }));
    case 'sms':
      return told(
        await command(folder, 'sms', {
          from: given(values.from, '--from'),
          to: given(values.to, '--to'),
          text: given(text, 'the text of the message'),
        }),
      );
    case 'clock':
      return command(folder, 'clock', text === 'reset' ? 'reset' : duration(text));
    case 'tick':
      return command(folder, 'tick', given(text, 'the id of the schedule'));
    case 'sample': {
      if (text === 'discard') return command(folder, 'discardSample');
      if (text !== '') throw new UsageError('Say sample, or sample discard.');
      console.error('This takes about two minutes the first time.');
      const { url, seconds } = await command(folder, 'sample');
      return `The sample business is open, beside yours (made in ${seconds} s):\n${url}\nnpm run simulate -- sample discard throws it away.`;
    }
    case 'sent':
      return command(folder, 'sent');
    default:
      throw new UsageError(name === undefined ? 'Say what happens.' : `There is no command "${name}".`);
  }
}

/** The status that Meta would see, and what came of it, a line each. */
function told(result: {
  readonly status?: number;
  readonly delivery?: string;
  readonly came: readonly string[];
}): string {
  return [`${result.status ?? result.delivery}`, ...result.came].join('\n');
}

function given(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`Say ${what}.`);
  return value;
}

function instant(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageError('--at takes a time like 2026-11-20T10:00:00-06:00.');
  return at;
}

function duration(text: string): number {
  const [, sign, count, unit = ''] = /^([+-]?)(\d+)([smhd])$/.exec(text) ?? [];
  if (count === undefined) throw new UsageError('Say how far: +25h, -10m, +2d, or reset.');
  return (sign === '-' ? -1 : 1) * Number(count) * (units[unit] ?? 0);
}
