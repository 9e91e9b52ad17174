import type { RouteKey } from '../../contract/routes.ts';

/** Routes that the document leaves out on purpose; its introduction says why. */
type LeftOut =
  | `${'GET' | 'POST'} /webhooks/${string}`
  | `${'GET' | 'POST'} /${'l' | 'q' | 'o' | 'me' | 'w' | 'logo'}/${string}`
  | `${string} /{${'graph+' | 'graphVersion' | 'phoneNumberId'}}${string}`
  | `${'GET' | 'POST'} /${'sm/api' | 'GatewayAPI'}/${string}`
  | 'GET /widget.js'
  | 'GET /openapi.json'
  | `GET /docs/${string}`
  | `GET /console${string}`;

export type DocumentedRoute = Exclude<RouteKey, LeftOut>;

/** What each operation is called in code that is generated from the document. Never renamed. */
export const operationIds: { readonly [Key in DocumentedRoute]: string } = {
  'GET /health': 'getHealth',

  'POST /v1/apps': 'createApp',
  'GET /v1/apps': 'listApps',
  'GET /v1/apps/{appId}': 'getApp',
  'PATCH /v1/apps/{appId}': 'changeApp',
  'POST /v1/apps/{appId}/automated-message/preview': 'previewAutomatedMessage',

  'POST /v1/keys': 'createKey',
  'GET /v1/keys': 'listKeys',
  'PATCH /v1/keys/{keyId}': 'changeKey',
  'POST /v1/keys/{keyId}/rotate': 'rotateKey',
  'DELETE /v1/keys/{keyId}': 'revokeKey',

  'GET /v1/sign-in': 'getSignIn',
  'GET /v1/me': 'getMe',
  'POST /v1/people': 'invitePerson',
  'GET /v1/people': 'listPeople',
  'PATCH /v1/people/{personId}': 'changePerson',
  'DELETE /v1/people/{personId}': 'removePerson',
  'GET /v1/audit': 'listAudit',

  'POST /v1/apps/{appId}/opt-ins': 'recordOptIn',
  'POST /v1/apps/{appId}/opt-ins/bulk': 'recordOptIns',
  'POST /v1/apps/{appId}/opt-outs': 'recordOptOut',
  'POST /v1/apps/{appId}/opt-outs/bulk': 'recordOptOuts',
  'POST /v1/apps/{appId}/suppressions': 'suppressUser',
  'POST /v1/apps/{appId}/suppressions/lift': 'liftSuppressions',

  'POST /v1/apps/{appId}/eligibility': 'checkEligibility',
  'POST /v1/apps/{appId}/eligibility/bulk': 'checkEligibilities',

  'GET /v1/country-rules': 'listCountryRules',

  'GET /v1/apps/{appId}/users': 'listUsers',
  'POST /v1/apps/{appId}/users/search': 'searchUser',
  'GET /v1/apps/{appId}/users/{userId}': 'getUser',
  'GET /v1/apps/{appId}/users/{userId}/statements': 'listStatements',
  'GET /v1/apps/{appId}/users/{userId}/timeline': 'getTimeline',
  'GET /v1/apps/{appId}/handovers': 'listHandovers',
  'PUT /v1/apps/{appId}/users/{userId}/handover': 'handOver',
  'DELETE /v1/apps/{appId}/users/{userId}/handover': 'handBack',
  'GET /v1/apps/{appId}/users/{userId}/sends': 'listSends',
  'GET /v1/apps/{appId}/users/{userId}/gate-decisions': 'listGateDecisionsOfUser',
  'GET /v1/apps/{appId}/gate-decisions': 'listGateDecisions',
  'GET /v1/apps/{appId}/gate-decisions/{decisionId}': 'getGateDecision',
  'GET /v1/apps/{appId}/unclear-stops': 'listUnclearStops',
  'GET /v1/apps/{appId}/attention': 'getAttention',
  'GET /v1/apps/{appId}/withdrawals': 'listWithdrawals',

  'GET /v1/apps/{appId}/kept-aside': 'listKeptAside',
  'POST /v1/apps/{appId}/kept-aside/{asideId}/hear': 'hearKeptAside',
  'POST /v1/apps/{appId}/kept-aside/{asideId}/no': 'recordKeptNo',

  'POST /v1/apps/{appId}/exports': 'createExport',
  'GET /v1/apps/{appId}/exports': 'listExports',
  'GET /v1/apps/{appId}/exports/{exportId}': 'getExport',
  'POST /v1/apps/{appId}/export-schedules': 'createExportSchedule',
  'GET /v1/apps/{appId}/export-schedules': 'listExportSchedules',
  'GET /v1/apps/{appId}/export-schedules/{scheduleId}': 'getExportSchedule',
  'PATCH /v1/apps/{appId}/export-schedules/{scheduleId}': 'changeExportSchedule',
  'DELETE /v1/apps/{appId}/export-schedules/{scheduleId}': 'deleteExportSchedule',

  'POST /v1/apps/{appId}/imports': 'createImport',
  'GET /v1/apps/{appId}/imports': 'listImports',
  'GET /v1/apps/{appId}/imports/{importId}': 'getImport',
  'PUT /v1/apps/{appId}/imports/{importId}/file': 'putImportFile',
  'POST /v1/apps/{appId}/imports/{importId}/dry-run': 'tryImport',
  'POST /v1/apps/{appId}/imports/{importId}/apply': 'applyImport',
  'POST /v1/apps/{appId}/imports/{importId}/undo': 'undoImport',

  'POST /v1/apps/{appId}/notices': 'publishNotice',
  'GET /v1/apps/{appId}/notices': 'listNotices',
  'GET /v1/apps/{appId}/notices/starter': 'getStarterNotice',
  'POST /v1/apps/{appId}/notices/lint': 'lintNotice',
  'GET /v1/apps/{appId}/notices/{noticeId}': 'getNotice',
  'GET /v1/apps/{appId}/notices/{noticeId}/versions/{version}': 'getNoticeVersion',
  'GET /v1/apps/{appId}/template-texts': 'getTemplateTexts',

  'GET /v1/apps/{appId}/counts': 'getCounts',
  'POST /v1/apps/{appId}/points': 'createPoint',
  'GET /v1/apps/{appId}/points': 'listPoints',
  'GET /v1/apps/{appId}/points/{pointId}': 'getPoint',
  'PATCH /v1/apps/{appId}/points/{pointId}': 'changePoint',
  'GET /v1/apps/{appId}/points/{pointId}/counts': 'getPointCounts',
  'GET /v1/apps/{appId}/points/{pointId}/qr.svg': 'getPointQrSvg',
  'GET /v1/apps/{appId}/points/{pointId}/qr.png': 'getPointQrPng',
  'GET /v1/apps/{appId}/points/{pointId}/poster.svg': 'getPointPoster',
  'POST /v1/apps/{appId}/points/{pointId}/meta-link': 'createMetaLink',
  'DELETE /v1/apps/{appId}/points/{pointId}/meta-link': 'deleteMetaLink',
  'GET /v1/apps/{appId}/meta-links': 'listMetaLinks',
  'POST /v1/apps/{appId}/signups': 'createSignup',
  'GET /v1/apps/{appId}/signups': 'listSignups',
  'GET /v1/apps/{appId}/signups/{signupId}': 'getSignup',
  'PATCH /v1/apps/{appId}/signups/{signupId}': 'changeSignup',
  'GET /v1/apps/{appId}/templates': 'listTemplates',
  'POST /v1/apps/{appId}/templates/refresh': 'refreshTemplates',
  'GET /v1/apps/{appId}/templates/{templateId}': 'getTemplate',
  'PATCH /v1/apps/{appId}/templates/{templateId}': 'changeTemplate',
  'POST /v1/apps/{appId}/personal-links': 'createPersonalLink',
  'POST /v1/apps/{appId}/personal-links/bulk': 'createPersonalLinks',
  'POST /v1/apps/{appId}/prompts': 'issuePrompt',
  'GET /v1/apps/{appId}/spoken-notice': 'getSpokenNotice',
  'POST /v1/apps/{appId}/call-hooks': 'createCallHook',
  'GET /v1/apps/{appId}/call-hooks': 'listCallHooks',
  'POST /v1/apps/{appId}/call-hooks/{hookId}/rotate': 'rotateCallHook',
  'DELETE /v1/apps/{appId}/call-hooks/{hookId}': 'deleteCallHook',

  'POST /v1/apps/{appId}/callbacks': 'createCallback',
  'GET /v1/apps/{appId}/callbacks': 'listCallbacks',
  'GET /v1/apps/{appId}/callbacks/{endpointId}': 'getCallback',
  'PATCH /v1/apps/{appId}/callbacks/{endpointId}': 'changeCallback',
  'DELETE /v1/apps/{appId}/callbacks/{endpointId}': 'deleteCallback',
  'POST /v1/apps/{appId}/callbacks/{endpointId}/rotate': 'rotateCallbackSecret',
  'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': 'getCallbackSecret',
  'POST /v1/apps/{appId}/callbacks/{endpointId}/test': 'testCallback',
  'POST /v1/apps/{appId}/callbacks/{endpointId}/replay': 'replayDeliveries',
  'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries': 'listDeliveries',
  'GET /v1/apps/{appId}/callbacks/{endpointId}/deliveries/{deliveryId}': 'getDelivery',
  'GET /v1/event-types': 'listEventTypes',
};

export const isDocumented = (key: string): key is DocumentedRoute => Object.hasOwn(operationIds, key);
