import type { RouteKey } from './routes.ts';

export interface Audited {
  /** The operation as the document of the API calls it. */
  readonly operation: string;
  /** What names the thing it is about: a parameter of the path, or else a field of the answer. */
  readonly target:
    | 'appId'
    | 'keyId'
    | 'personId'
    | 'noticeId'
    | 'pointId'
    | 'exportId'
    | 'scheduleId'
    | 'asideId'
    | 'templateId'
    | 'hookId'
    | 'signupId'
    | 'userId'
    | 'importId'
    | 'endpointId';
}

/**
 * What is kept in the audit list (docs/people.md): every route that changes what the stage is, and the GETs that hand out links to an
 * audience, or a secret. What people say is in the ledger, with who reported it; what the business decides about them is here, too, with the key.
 */
const written = {
  'POST /v1/apps': { operation: 'createApp', target: 'appId' },
  'PATCH /v1/apps/{appId}': { operation: 'changeApp', target: 'appId' },
  'POST /v1/keys': { operation: 'createKey', target: 'keyId' },
  'PATCH /v1/keys/{keyId}': { operation: 'changeKey', target: 'keyId' },
  'POST /v1/keys/{keyId}/rotate': { operation: 'rotateKey', target: 'keyId' },
  'DELETE /v1/keys/{keyId}': { operation: 'revokeKey', target: 'keyId' },
  'POST /v1/people': { operation: 'invitePerson', target: 'personId' },
  'PATCH /v1/people/{personId}': { operation: 'changePerson', target: 'personId' },
  'DELETE /v1/people/{personId}': { operation: 'removePerson', target: 'personId' },
  'POST /v1/apps/{appId}/exports': { operation: 'createExport', target: 'exportId' },
  'GET /v1/apps/{appId}/exports/{exportId}': { operation: 'getExport', target: 'exportId' },
  'POST /v1/apps/{appId}/export-schedules': { operation: 'createExportSchedule', target: 'scheduleId' },
  'PATCH /v1/apps/{appId}/export-schedules/{scheduleId}': { operation: 'changeExportSchedule', target: 'scheduleId' },
  'DELETE /v1/apps/{appId}/export-schedules/{scheduleId}': { operation: 'deleteExportSchedule', target: 'scheduleId' },
  'POST /v1/apps/{appId}/imports': { operation: 'createImport', target: 'importId' },
  'PUT /v1/apps/{appId}/imports/{importId}/file': { operation: 'putImportFile', target: 'importId' },
  'POST /v1/apps/{appId}/imports/{importId}/dry-run': { operation: 'tryImport', target: 'importId' },
  'POST /v1/apps/{appId}/imports/{importId}/apply': { operation: 'applyImport', target: 'importId' },
  'POST /v1/apps/{appId}/imports/{importId}/undo': { operation: 'undoImport', target: 'importId' },
  'POST /v1/apps/{appId}/notices': { operation: 'publishNotice', target: 'noticeId' },
  'POST /v1/apps/{appId}/points': { operation: 'createPoint', target: 'pointId' },
  'PATCH /v1/apps/{appId}/points/{pointId}': { operation: 'changePoint', target: 'pointId' },
  'PUT /v1/apps/{appId}/users/{userId}/handover': { operation: 'handOver', target: 'userId' },
  'DELETE /v1/apps/{appId}/users/{userId}/handover': { operation: 'handBack', target: 'userId' },
  'POST /v1/apps/{appId}/suppressions': { operation: 'suppressUser', target: 'userId' },
  'POST /v1/apps/{appId}/suppressions/lift': { operation: 'liftSuppressions', target: 'userId' },
  'POST /v1/apps/{appId}/kept-aside/{asideId}/hear': { operation: 'hearKeptAside', target: 'asideId' },
  'POST /v1/apps/{appId}/kept-aside/{asideId}/no': { operation: 'recordKeptNo', target: 'asideId' },
  'POST /v1/apps/{appId}/points/{pointId}/meta-link': { operation: 'createMetaLink', target: 'pointId' },
  'DELETE /v1/apps/{appId}/points/{pointId}/meta-link': { operation: 'deleteMetaLink', target: 'pointId' },
  'POST /v1/apps/{appId}/signups': { operation: 'createSignup', target: 'signupId' },
  'PATCH /v1/apps/{appId}/signups/{signupId}': { operation: 'changeSignup', target: 'signupId' },
  'POST /v1/apps/{appId}/templates/refresh': { operation: 'refreshTemplates', target: 'appId' },
  'POST /v1/apps/{appId}/call-hooks': { operation: 'createCallHook', target: 'hookId' },
  'POST /v1/apps/{appId}/call-hooks/{hookId}/rotate': { operation: 'rotateCallHook', target: 'hookId' },
  'DELETE /v1/apps/{appId}/call-hooks/{hookId}': { operation: 'deleteCallHook', target: 'hookId' },
  'PATCH /v1/apps/{appId}/templates/{templateId}': { operation: 'changeTemplate', target: 'templateId' },
  'POST /v1/apps/{appId}/callbacks': { operation: 'createCallback', target: 'endpointId' },
  'PATCH /v1/apps/{appId}/callbacks/{endpointId}': { operation: 'changeCallback', target: 'endpointId' },
  'DELETE /v1/apps/{appId}/callbacks/{endpointId}': { operation: 'deleteCallback', target: 'endpointId' },
  'POST /v1/apps/{appId}/callbacks/{endpointId}/rotate': { operation: 'rotateCallbackSecret', target: 'endpointId' },
  'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': { operation: 'getCallbackSecret', target: 'endpointId' },
  'POST /v1/apps/{appId}/callbacks/{endpointId}/test': { operation: 'testCallback', target: 'endpointId' },
  'POST /v1/apps/{appId}/callbacks/{endpointId}/replay': { operation: 'replayDeliveries', target: 'endpointId' },
} as const satisfies { readonly [Key in RouteKey]?: Audited };

export const audited: { readonly [Key in RouteKey]?: Audited } = written;

/** Every operation that the list can name: it is an act of the console's audit room, in words. */
export const auditedOperations: readonly string[] = Object.values(written).map(({ operation }) => operation);
