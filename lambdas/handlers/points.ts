import { readIdentifierKey, readJsonSecretIfAny } from '../adapters/aws/secrets.ts';
import { appStore } from '../adapters/dynamodb/app-store.ts';
import { documentTable } from '../adapters/dynamodb/document-table.ts';
import { noticeStore } from '../adapters/dynamodb/notice-store.ts';
import { people } from '../adapters/dynamodb/people.ts';
import { pointStore } from '../adapters/dynamodb/point-store.ts';
import { personalLinkSeal } from '../adapters/links/sealed-link.ts';
import { accessTokenWhenNeeded, metaMessageLinks } from '../adapters/meta/message-links.ts';
import { qrCodes } from '../adapters/qr/qr-code.ts';
import { newReference } from '../adapters/random/new-reference.ts';
import { environment as env } from '../contract/environment.ts';
import { coldStart } from '../edge/cold-start.ts';
import { noteConsumed } from '../edge/consumed.ts';
import { cursors } from '../edge/cursor.ts';
import { httpEndpoint } from '../edge/http-endpoint.ts';
import { requireEnv } from '../edge/require-env.ts';
import { type MetaLinkRouteDeps, metaLinkRoutes } from '../edge/routes/meta-link-routes.ts';
import { type PersonalLinkDeps, personalLinkRoutes } from '../edge/routes/personal-link-routes.ts';
import { type PointFileDeps, pointFileRoutes } from '../edge/routes/point-file-routes.ts';
import { type PointDeps, pointRoutes } from '../edge/routes/point-routes.ts';
import { systemClock } from '../edge/system-clock.ts';

/** Each part names what it needs; a new one is added here and to the routes below. */
export type PointsDeps = PointDeps & PointFileDeps & MetaLinkRouteDeps & PersonalLinkDeps;

/** Collection points, and what is made of them: links, QR codes, posters, personal links. */
export const points = (deps: PointsDeps) =>
  httpEndpoint({
    ...pointRoutes(deps),
    ...pointFileRoutes(deps),
    ...metaLinkRoutes(deps),
    ...personalLinkRoutes(deps),
  });

export const handler = coldStart(async () => {
  const accessSecret = requireEnv(env.whatsappAccessSecret);
  const table = documentTable(requireEnv(env.tableName), noteConsumed);
  const identifierKey = await readIdentifierKey(requireEnv(env.identifierKeySecret));
  return {
    apps: appStore(table, systemClock),
    points: pointStore(table),
    notices: noticeStore(table),
    links: personalLinkSeal(identifierKey),
    cursors: cursors(async () => identifierKey),
    people: people(table, identifierKey),
    qr: qrCodes,
    metaLinks: metaMessageLinks(
      requireEnv(env.graphUrl),
      accessTokenWhenNeeded(() => readJsonSecretIfAny(accessSecret)),
    ),
    newToken: () => newReference('point'),
    publicUrl: requireEnv(env.publicUrl),
    now: systemClock,
  };
}, points);
