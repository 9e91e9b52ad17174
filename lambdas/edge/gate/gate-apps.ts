import { type ApiKey, reaches } from '../../domain/api-key/api-key.ts';
import type { App } from '../../domain/app/app.ts';
import type { WhatsappNumber } from '../../domain/app/portfolios.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { GateRefusedError, gateCodes, notAMessage } from '../../domain/gate/gate-errors.ts';
import type { AppStore } from '../../use-cases/admin/app-ports.ts';
import { nodeId } from './meta-path.ts';

export type GateApps = Pick<AppStore, 'find' | 'list' | 'ofWhatsappNumber'>;

/** An app with the number that the gate sends from. */
export type SendingApp = App & { readonly whatsapp: WhatsappNumber };

/** Apps read at once to find an account. */
const appsAtOnce = 100;

/**
 * The app that has a number now, when the key reaches it. A foreign number and one that nobody has look the same.
 *
 * @throws NotFoundError; GateRefusedError where its messages do not go out by Meta
 */
export async function appOfNumber(apps: GateApps, key: ApiKey, phoneNumberId: string): Promise<SendingApp> {
  const owner = nodeId.test(phoneNumberId) ? await apps.ofWhatsappNumber(phoneNumberId) : undefined;
  const app = owner === undefined || owner.isFormer ? undefined : owner.app;
  if (app?.whatsapp?.phoneNumberId !== phoneNumberId || !reaches(key, app.appId)) {
    throw new NotFoundError('This key reaches no app with this number.');
  }
  return byMeta(app);
}

/** The app whose media are read: the one of a number that the call names, or the only one of the key. */
export async function appOfMedia(apps: GateApps, key: ApiKey, phoneNumberId: string | undefined): Promise<SendingApp> {
  if (phoneNumberId !== undefined) return appOfNumber(apps, key, phoneNumberId);
  const [only, ...others] = key.apps === '*' ? [] : key.apps;
  if (only === undefined || others.length > 0) {
    throw notAMessage('This key reaches several apps: say of which number the file is, ?phone_number_id=….');
  }
  const app = await apps.find(only);
  if (app === undefined) throw new NotFoundError('This key reaches no app.');
  return byMeta(app);
}

/** The app that has an account of WhatsApp, when the key reaches it. @throws NotFoundError */
export async function appOfAccount(apps: GateApps, key: ApiKey, wabaId: string): Promise<SendingApp> {
  const isOfAccount = (app: App | undefined) => app?.whatsapp?.wabaId === wabaId;
  if (key.apps === '*') {
    let after: string | undefined;
    do {
      const page = await apps.list(appsAtOnce, after);
      const found = page.data.find(isOfAccount);
      if (found !== undefined) return byMeta(found);
      after = page.next;
    } while (after !== undefined);
  } else {
    const own = await Promise.all(key.apps.map((appId) => apps.find(appId)));
    const found = own.find(isOfAccount);
    if (found !== undefined) return byMeta(found);
  }
  throw new NotFoundError('This key reaches no app with this account.');
}

function byMeta(app: App): SendingApp {
  const { whatsapp } = app;
  if (whatsapp === undefined) throw new NotFoundError('This app has no number.');
  const { provider = 'meta' } = whatsapp;
  if (provider === 'meta') return { ...app, whatsapp };
  const detail = `This number sends by ${provider === 'aws' ? 'AWS' : 'Twilio'}. The gate serves numbers that send by Meta itself.`;
  throw new GateRefusedError(400, gateCodes.notSetUp, detail);
}
