import { environment as env } from '../../../contract/environment.ts';
import { whatsappProviders } from '../../../domain/app/portfolios.ts';
import type { SendingBy } from '../../../edge/api/apps/app-view.ts';
import { requireEnv } from '../../../edge/runtime/require-env.ts';

/** The providers that this stage was set up to send by. Whether a secret holds what it should is seen when something is sent. */
export function sendingBy(): SendingBy {
  const named = requireEnv(env.whatsappProviders).split(',');
  return new Set(whatsappProviders.filter((each) => named.includes(each)));
}
