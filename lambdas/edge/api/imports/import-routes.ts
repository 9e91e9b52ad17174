import type { Caller } from '../../../domain/api-key/api-key.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { mostBytesByApi } from '../../../domain/import/import.ts';
import { isPersonId } from '../../../domain/operators/operator.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import type { NoticeStore } from '../../../use-cases/collection/ports.ts';
import type { FileLinks } from '../../../use-cases/exports/ports.ts';
import {
  applyImport,
  createImport,
  findImport,
  takeFile,
  tryImport,
  undoImport,
} from '../../../use-cases/imports/manage-imports.ts';
import type { ImportFiles, ImportStarter, ImportStore } from '../../../use-cases/imports/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { formatInstant } from '../../fields/instant.ts';
import { namedPurposes } from '../../fields/named-purposes.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { BodyTooLargeError, UnsupportedMediaTypeError } from '../../http/refusals.ts';
import { attestation, newImport, undoOrder } from './import.ts';
import { importView, importWithLinks } from './import-view.ts';
import { dryRunOrder } from './mapping.ts';
import { mappingFaults, mappingOf, noticeFaults } from './mapping-faults.ts';
import type { importOperations } from './operations.ts';

export interface ImportRouteDeps {
  readonly apps: FreshApps;
  readonly imports: ImportStore;
  readonly importFiles: ImportFiles;
  readonly importStarter: ImportStarter;
  readonly notices: Pick<NoticeStore, 'nearest'>;
  readonly links: FileLinks;
  readonly cursors: Cursors;
  readonly now: Clock;
  /** How long whom an import gave to is known, in days. */
  readonly filesLiveForDays: number;
  /** Letters and digits that were never given before. */
  readonly newId: () => string;
}

/** Imports: begun, tried, applied and undone. */
export function importRoutes(deps: ImportRouteDeps): RoutesOf<typeof importOperations> {
  return {
    'POST /v1/apps/{appId}/imports': {
      body: newImport,
      act: async ({ path, body, caller }) => {
        const { appId } = await findApp(deps.apps, path.appId);
        const created = await createImport(deps, { ...body(), appId, keyId: caller.keyId });
        const { url, headers, seconds } = await deps.importFiles.uploadTo(created);
        // The signature lives by the system's own time.
        const upload = { method: 'PUT' as const, url, headers, expiresAt: formatInstant(deps.now() + seconds * 1000) };
        return { status: 201, body: { ...importView(created), upload } };
      },
    },

    'GET /v1/apps/{appId}/imports': {
      query: plainList,
      act: async ({ path, query }) => {
        const { appId } = await findApp(deps.apps, path.appId);
        return listAnswer(deps.cursors, query(), {
          name: ['imports', appId],
          position: positions.imports,
          read: (limit, from) => deps.imports.list(appId, limit, from),
          view: importView,
        });
      },
    },

    'GET /v1/apps/{appId}/imports/{importId}': async ({ path: { appId, importId } }) => ({
      status: 200,
      body: await importWithLinks(await findImport(deps.imports, appId, importId), deps.links.sign),
    }),

    'PUT /v1/apps/{appId}/imports/{importId}/file': async ({ path: { appId, importId }, headers, bytes }) => {
      const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      if (mediaType !== 'text/csv' && mediaType !== 'application/octet-stream') {
        throw new UnsupportedMediaTypeError('The content type of a file must be text/csv or application/octet-stream.');
      }
      const file = bytes();
      if (file.length > mostBytesByApi) {
        throw new BodyTooLargeError(
          `A file in a call may have ${mostBytesByApi} bytes: send larger ones to the upload address.`,
        );
      }
      return { status: 200, body: importView(await takeFile(deps, appId, importId, file)) };
    },

    'POST /v1/apps/{appId}/imports/{importId}/dry-run': {
      body: dryRunOrder,
      act: async ({ path: { appId, importId }, json, body }) => {
        const named = namedPurposes(json());
        const app = await findApp(deps.apps, appId, named);
        const { kind } = await findImport(deps.imports, appId, importId);
        const faults = [...unknownPurposes(app, named), ...mappingFaults(kind, json())];
        const order = body(faults);
        const untrue = await noticeFaults(deps.notices, appId, order.notice);
        if (untrue.length > 0) throw new InvalidInputError(untrue);
        return { status: 202, body: importView(await tryImport(deps, app, importId, mappingOf(order))) };
      },
    },

    'POST /v1/apps/{appId}/imports/{importId}/apply': {
      body: attestation,
      act: async ({ path: { appId, importId }, body, caller }) => {
        const { operator, documentRef, dryRun } = body();
        const given = { operator: operatorOf(caller, operator), documentRef, dryRun, keyId: caller.keyId };
        return { status: 202, body: importView(await applyImport(deps, appId, importId, given)) };
      },
    },

    'POST /v1/apps/{appId}/imports/{importId}/undo': {
      body: undoOrder,
      act: async ({ path: { appId, importId }, body, caller }) => {
        const { operator, reason } = body();
        const given = { operator: operatorOf(caller, operator), reason };
        return { status: 202, body: importView(await undoImport(deps, appId, importId, given)) };
      },
    },
  };
}

/**
 * Who answers for it: whoever signed in, and nobody else; a key says who it is.
 *
 * @throws InvalidInputError
 */
function operatorOf({ keyId }: Caller, given: string | undefined): string {
  const own = isPersonId(keyId) ? keyId : undefined;
  if (own !== undefined && (given === undefined || given === own)) return own;
  if (own === undefined && given !== undefined) return given;
  const fault =
    own === undefined
      ? { code: 'required', detail: 'Say who answers for it.' }
      : { code: 'not-yours', detail: 'Whoever signs in is the operator. Leave this out, or send the own personId.' };
  throw new InvalidInputError([{ pointer: '/operator', ...fault }]);
}
