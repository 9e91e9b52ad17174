import { seeded } from '../../../dev/sample/sample-people.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { CollectionPoint } from '../../../lambdas/domain/collection/collection-point.ts';
import type { Source } from '../../../lambdas/domain/consent/statement.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import type { StatementCommand } from '../../../lambdas/domain/ledger/statement-command.ts';
import type { Ledger } from '../../../lambdas/use-cases/ledger/ports.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** When the crowd is as it is: the day on which the bench runs. */
export const crowdApp = (now: number): App => ({
  appId: 'crowd',
  displayName: 'The Crowd',
  locale: 'en',
  timeZone: 'UTC',
  whatsapp: { phoneNumberId: '109990000000009', phone: '+13055550197', wabaId: '109990000000008' },
  smsNumbers: [],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', validForDays: 270 },
    { purposeId: 'orders', name: 'Order updates', category: 'utility' },
  ],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: now - 400 * day,
  updatedAt: now - 400 * day,
});

const pointOf = (now: number, token: string, name: string): CollectionPoint => ({
  pointId: `pt_${token}`,
  appId: 'crowd',
  kind: 'paper',
  name,
  purposes: ['offers'],
  opens: 'check-page',
  origins: [],
  status: 'active',
  version: 1,
  createdAt: now - 400 * day,
  updatedAt: now - 400 * day,
});

/** A point by which many came, and one by which one in ten thousand did. */
export const crowdPoints = (now: number) => ({
  common: pointOf(now, 'pdkz7w3n5q2m4x6r', 'Cards at the till'),
  rare: pointOf(now, 'pdkz7w3n5q2m4x7s', 'Fair in Toledo'),
});

/** Nine numbers out of ten are of these countries, with so many digits behind the calling code. */
const countries = [
  ['52', 10, '55'],
  ['55', 11, '119'],
  ['34', 9, '6'],
  ['1', 10, '4152'],
] as const;

/** The n-th person: the same identifiers at each run, nobody twice. */
export function memberOf(n: number): { readonly phone: string; readonly bsuid?: string } {
  const isRare = n % 10_000 === 77;
  const [code, length, begin] = isRare ? (['64', 9, '21'] as const) : (countries[n % countries.length] ?? countries[0]);
  const rest = length - begin.length;
  // A multiplier without a factor in common with ten goes through all numbers of the length, far apart.
  const digits = Number((BigInt(n + 1) * 7_654_321n) % 10n ** BigInt(rest));
  const phone = `${code}${begin}${String(digits).padStart(rest, '0')}`;
  const region = isRare ? 'NZ' : (['MX', 'BR', 'ES', 'US'][n % 4] ?? 'MX');
  return n % 3 === 0 ? { phone, bsuid: `${region}.${10_000_000_000 + n}` } : { phone };
}

const ways: readonly Source[] = ['paper', 'web-form', 'import', 'point-of-sale', 'call-centre'];

/** What the n-th person has said: mostly one yes; some asked, refused, stopped or wrote, and few of each rare kind. */
export async function speak(ledger: Ledger, app: App, n: number, now: number): Promise<void> {
  const pick = seeded(n);
  const known = memberOf(n);
  const person: PersonRef = known;
  const saidAt = now - Math.floor(10 + pick() * 400_000) * minute;
  const points = crowdPoints(now);
  const isRarePoint = n % 10_000 === 1_234;
  const source = n % 20_000 === 4_321 ? 'ivr' : (ways[Math.floor(pick() * ways.length)] ?? 'paper');
  const pointId = isRarePoint ? points.rare.pointId : source === 'paper' ? points.common.pointId : undefined;
  const fate = pick();
  const wrote = known.bsuid !== undefined;
  if (wrote) {
    const at = n % 12 === 0 ? now - Math.floor(5 + pick() * 1_300) * minute : saidAt;
    await ledger.noteInbound(app, { person, at, eventId: `wamid.${n}` });
  }
  const said: StatementCommand = {
    person,
    action: fate < 0.05 ? 'requested' : fate < 0.08 ? 'refused' : 'granted',
    purposes: pick() < 0.4 ? ['offers', 'orders'] : ['offers'],
    level: 2,
    saidAt,
    source,
    evidence: { documentRef: `card ${n}`, ...(pointId !== undefined && { pointId }) },
    eventId: `first-${n}`,
    provider: false,
  };
  await ledger.recordStatement(app, said);
  if (fate > 0.93) {
    const stop = { action: 'revoked', purposes: 'all', saidAt: saidAt + 9 * minute, eventId: `stop-${n}` } as const;
    await ledger.recordStatement(app, { ...said, ...stop, source: 'whatsapp-message', level: 3, provider: true });
  }
  if (n % 10_000 === 2_345) {
    const asked = { reason: 'ambiguous-stop', lift: false, source: 'whatsapp-message' } as const;
    const words = { text: 'quiero salir', identifiers: {} };
    await ledger.recordSuppression(app, {
      person,
      at: saidAt + minute,
      eventId: `unclear-${n}`,
      evidence: words,
      ...asked,
    });
  }
}
