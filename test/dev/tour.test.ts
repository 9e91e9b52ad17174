import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';
import { filledIn, formsOf, linksOf } from '../support/pages/page-form.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

/** The blocks of docs/tour.md after the one that starts it: what is typed, and what is shown as its answer. */
const blocks = Array.from(
  readFileSync('docs/tour.md', 'utf8').matchAll(/^```sh\n(.*?)^```\n(?:```(?:json)?\n(.*?)^```\n)?/gms),
  ([, typed = '', shown = '']) => ({ typed, shown }),
).slice(1);

/** What an answer says that is the same each time: words of the rules and of people, dates apart. */
const saying =
  /"(?:decision|code|detail|rule|action|kind|by|source|via|purpose|status|state|MessageBody|body)": ?"[^"]+"/g;
const sayings = (text: string): string[] =>
  (text.match(saying) ?? []).map((each) => each.replace('": "', '":"').replace(/\d{4}-\d{2}-\d{2}/g, 'DATE'));

/** A shell in which each block finds what those before it have set, as in one terminal. */
function terminal(system: LocalModeForTests): (typed: string) => Promise<string> {
  const kept = join(temporaryFolder(), 'kept.sh');
  const env = { ...process.env, OPTLEDGER_DATA: system.dataFolder, KEPT: kept };
  return async (typed) => {
    const script = [
      'set -a; [ ! -e "$KEPT" ] || . "$KEPT"',
      // An export is waited for, however long it takes here.
      `sleep() { until api "/v1/apps/acme/exports/$EXPORT" | grep -q '"completed"'; do command sleep 0.1; done; }`,
      typed.replaceAll('http://127.0.0.1:8787', system.baseUrl),
      '{ export -p; declare -f; } > "$KEPT"',
    ].join('\n');
    return (await run('bash', ['-c', script], { env })).stdout;
  };
}

/** Opens a page, ticks its first box, goes on, and gives the address of the button that opens WhatsApp. */
async function addressOfButton(link: string): Promise<string> {
  const page = await fetch(link);
  const [form] = formsOf(await page.text(), new URL(page.url).pathname);
  if (form === undefined) throw new Error(`${link} has no form.`);
  const [box] = form.fields.filter(({ type }) => type === 'checkbox');
  const last = await fetch(new URL(form.action, page.url), {
    method: form.method,
    body: filledIn(form, { ticks: [box?.value ?? ''] }),
  });
  const address = linksOf(await last.text()).find((each) => each.startsWith('https://wa.me/'));
  if (address === undefined) throw new Error(`The page after ${link} has no button that opens WhatsApp.`);
  return address;
}

test('docs/tour.md, block by block, in a shell', { timeout: 180_000 }, async () => {
  const system = await localModeForTests();
  onTestFinished(system.stop);
  const type = terminal(system);
  let link = '';
  for (const { typed, shown } of blocks) {
    if (typed.includes('<the address of that button>')) link = await addressOfButton(link);
    const answer = await type(typed.replace('<the address of that button>', link));
    link = /"url":"([^"]+\/l\/[^"]+)"/.exec(answer)?.[1] ?? link;
    expect(sayings(answer)).toEqual(expect.arrayContaining(sayings(shown)));
    if (shown.startsWith('userId,')) expect(answer).toContain(shown.split('\n')[0]);
  }
});
