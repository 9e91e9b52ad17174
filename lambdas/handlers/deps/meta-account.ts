import { readJsonSecretIfAny } from '../../adapters/aws/secrets.ts';
import type { DocumentTable } from '../../adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../adapters/dynamodb/templates/template-store.ts';
import { accessTokenWhenNeeded, metaMessageLinks } from '../../adapters/providers/meta/message-links.ts';
import { metaTemplates } from '../../adapters/providers/meta/meta-templates.ts';
import { environment as env } from '../../contract/environment.ts';
import { type MetaLinkRouteDeps, metaLinkRoutes } from '../../edge/api/points/meta-link-routes.ts';
import { type TemplateDeps, templateRoutes } from '../../edge/api/templates/template-routes.ts';
import { requireEnv } from '../../edge/runtime/require-env.ts';

export type MetaAccountDeps = MetaLinkRouteDeps & TemplateDeps;

/** Meta's short links and message templates. */
export const metaAccountRoutes = (deps: MetaAccountDeps) => ({ ...metaLinkRoutes(deps), ...templateRoutes(deps) });

/** What Meta keeps of the business's account, and what is known here of its templates. The token is read when it is needed first; a stage may have none. */
export function metaAccount(table: DocumentTable) {
  const [url, secret] = [requireEnv(env.graphUrl), requireEnv(env.whatsappAccessSecret)];
  const token = accessTokenWhenNeeded(() => readJsonSecretIfAny(secret));
  return {
    metaLinks: metaMessageLinks(url, token),
    metaTemplates: metaTemplates(url, token),
    templates: templateStore(table),
  };
}
