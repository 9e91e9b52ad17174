import { readJsonSecretIfAny } from '../../adapters/aws/secrets.ts';
import { accessTokenWhenNeeded, metaMessageLinks } from '../../adapters/providers/meta/message-links.ts';
import { metaTemplates } from '../../adapters/providers/meta/meta-templates.ts';
import { environment as env } from '../../contract/environment.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';

/** What Meta keeps of the business's account. The token is read when it is needed first; a stage may have none. */
export function metaAccount() {
  const [url, secret] = [requireEnv(env.graphUrl), requireEnv(env.whatsappAccessSecret)];
  const token = accessTokenWhenNeeded(() => readJsonSecretIfAny(secret));
  return { metaLinks: metaMessageLinks(url, token), metaTemplates: metaTemplates(url, token) };
}
