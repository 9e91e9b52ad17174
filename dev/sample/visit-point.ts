import type { FrontDoor } from '../outside-world/known-apps.ts';
import { type SamplePoint, sampleShop } from './make-business.ts';
import type { SamplePerson } from './sample-people.ts';

const userAgent = 'Mozilla/5.0 (Linux; Android 15) Mobile';
const headersOf = ({ language }: SamplePerson) => ({
  'accept-language': language === 'es' ? 'es-US,es;q=0.9' : 'en-US,en;q=0.9',
  'user-agent': userAgent,
});

/** Opens a point's page, ticks, sends the form, and gives the sentence that WhatsApp has ready then. */
export async function sentenceOfPage(
  { url }: SamplePoint,
  person: SamplePerson,
  purposes: readonly string[],
): Promise<string> {
  const headers = headersOf(person);
  const page = await fetch(url, { headers });
  const html = await page.text();
  const form = new URLSearchParams(hiddenFields(html));
  for (const purpose of purposes) form.append('purpose', purpose);
  if (html.includes('name="number1"')) {
    form.append('country', person.waId.startsWith('44') ? 'GB' : 'CA');
    form.append('number1', `+${person.waId}`);
  }
  const sent = await fetch(page.url, { method: 'POST', body: form, headers, redirect: 'manual' });
  const next = sent.headers.get('location');
  if (next?.startsWith('https://wa.me/') === true) return textOf(next);
  const end = next === null ? sent : await fetch(new URL(next, page.url), { headers });
  const [, link] = /href="(https:\/\/wa\.me\/[^"]*)"/.exec(await end.text()) ?? [];
  if (link === undefined) throw new Error(`A page of the sample led to no chat (${sent.status}).`);
  return textOf(link.replaceAll('&amp;', '&'));
}

/** The same by the widget in the page of the shop. */
export async function sentenceOfWidget(
  { baseUrl }: FrontDoor,
  { pointId }: SamplePoint,
  person: SamplePerson,
  purposes: readonly string[],
): Promise<string> {
  const address = `${baseUrl}/w/${pointId.replace(/^pt_/, '')}`;
  const headers = { ...headersOf(person), origin: sampleShop.origin };
  const view = (await (await fetch(`${address}?lang=${person.language}`, { headers })).json()) as {
    readonly shown?: Readonly<Record<string, string>>;
  };
  const form = new URLSearchParams({ ...view.shown });
  for (const purpose of purposes) form.append('purpose', purpose);
  const sent = await fetch(address, { method: 'POST', body: form, headers });
  const { whatsappUrl } = (await sent.json()) as { whatsappUrl?: string };
  if (whatsappUrl === undefined) throw new Error(`The widget of the sample was answered ${sent.status}.`);
  return textOf(whatsappUrl);
}

const textOf = (link: string): string => new URL(link).searchParams.get('text') ?? '';

function hiddenFields(html: string): [string, string][] {
  const fields = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return [...fields].map(([, name = '', value = '']) => [name, value]);
}
