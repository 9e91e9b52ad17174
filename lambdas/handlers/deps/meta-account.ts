import { appSecrets } from '../../adapters/aws/app-secrets.ts';
import { readJsonSecretIfAny } from '../../adapters/aws/secrets.ts';
import { signupStore } from '../../adapters/dynamodb/collection/signup-store.ts';
import type { DocumentTable } from '../../adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../adapters/dynamodb/templates/template-store.ts';
import { accessTokenIn, accessTokenWhenNeeded, metaMessageLinks } from '../../adapters/providers/meta/message-links.ts';
import { metaSignups } from '../../adapters/providers/meta/meta-signups.ts';
import { metaTemplates } from '../../adapters/providers/meta/meta-templates.ts';
import { environment as env } from '../../contract/environment.ts';
import { type MetaLinkRouteDeps, metaLinkRoutes } from '../../edge/api/points/meta-link-routes.ts';
import { type SignupRouteDeps, signupRoutes } from '../../edge/api/signups/signup-routes.ts';
import { type TemplateDeps, templateRoutes } from '../../edge/api/templates/template-routes.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';
import { systemClock } from '../../edge/runtime/system-clock.ts';

export type MetaAccountDeps = MetaLinkRouteDeps & TemplateDeps & SignupRouteDeps;

/** Meta's short links, In-App Signups and message templates. */
export const metaAccountRoutes = (deps: MetaAccountDeps) => ({
  ...metaLinkRoutes(deps),
  ...signupRoutes(deps),
  ...templateRoutes(deps),
});

/**
 * What Meta keeps of the business's account, and what is known here of its templates and signups. The token is read when it is needed
 * first; a stage may have none. Signups are asked for by the app's own token where it has one.
 */
export function metaAccount(table: DocumentTable) {
  const [url, secret] = [requireEnv(env.graphUrl), requireEnv(env.whatsappAccessSecret)];
  const token = accessTokenWhenNeeded(() => readJsonSecretIfAny(secret));
  const own = appSecrets(requireEnv(env.appSecretsPrefix), systemClock);
  const tokenOf = async (appId: string) => accessTokenIn(await own.read(appId, 'meta')) ?? (await token());
  return {
    metaLinks: metaMessageLinks(url, token),
    metaTemplates: metaTemplates(url, token),
    metaSignups: metaSignups(url, tokenOf),
    signups: signupStore(table),
    templates: templateStore(table),
  };
}
