import type * as z from 'zod';
import { problem } from '../declarations/answer-fields.ts';
import { type FieldNote, sharedNotes } from '../declarations/field-notes.ts';
import { user } from '../fields/user.ts';
import { gateOperations } from '../gate/operations.ts';
import { gupshupOperations } from '../gupshup/operations.ts';
import type { Operations } from '../http/operation.ts';
import { logoOperations, personPageOperations, pointPageOperations } from '../pages/operations.ts';
import { widgetAnswer, widgetViewAnswer } from '../pages/widget/answers.ts';
import { widgetOperations } from '../pages/widget/operations.ts';
import { appAnswer } from './apps/answers.ts';
import { appChange, appSettings } from './apps/app.ts';
import { appNotes, appOperations } from './apps/operations.ts';
import { auditAnswer } from './audit/answers.ts';
import { auditNotes, auditOperations } from './audit/operations.ts';
import {
  callbackAnswer,
  deliveryAnswer,
  eventTypeAnswer,
  issuedCallbackAnswer,
  sentDeliveryAnswer,
} from './callbacks/answers.ts';
import { callbackChange, newCallback } from './callbacks/callback.ts';
import { callbackNotes, callbackOperations, eventTypeOperations } from './callbacks/operations.ts';
import { outcomeAnswer, statementAnswer } from './consent/answers.ts';
import { consentNotes, consentOperations } from './consent/operations.ts';
import { optIn, optOut } from './consent/statement.ts';
import { countryRuleAnswer } from './country-rules/answers.ts';
import { countryRuleOperations } from './country-rules/operations.ts';
import { eligibilityAnswer } from './eligibility/answers.ts';
import { eligibilityQuestion } from './eligibility/eligibility.ts';
import { eligibilityNotes, eligibilityOperations } from './eligibility/operations.ts';
import { exportAnswer, linkedExportAnswer, scheduleAnswer } from './exports/answers.ts';
import { newSchedule, scheduleChange } from './exports/export-schedule.ts';
import { exportNotes, exportOperations, exportScheduleOperations } from './exports/operations.ts';
import { gateDecisionAnswer } from './gate-decisions/answers.ts';
import { gateDecisionOperations } from './gate-decisions/operations.ts';
import { handoverAnswer } from './handovers/answers.ts';
import { handoverActOperations, handoverOperations } from './handovers/operations.ts';
import { healthOperations } from './health/operations.ts';
import { importAnswer, linkedImportAnswer, mappingAnswer, newImportAnswer } from './imports/answers.ts';
import { attestation, newImport, undoOrder } from './imports/import.ts';
import { dryRunOrder } from './imports/mapping.ts';
import { importNotes, importOperations } from './imports/operations.ts';
import { keptAsideAnswer } from './kept-aside/answers.ts';
import { keptAsideActOperations, keptAsideNotes, keptAsideOperations } from './kept-aside/operations.ts';
import { issuedKeyAnswer, keyAnswer } from './keys/answers.ts';
import { newKey } from './keys/key.ts';
import { keyNotes, keyOperations } from './keys/operations.ts';
import { latestNoticeAnswer, listedNoticeAnswer, noticeAnswer, noticeTextAnswer } from './notices/answers.ts';
import { lintRequest } from './notices/lint.ts';
import { noticeProposal } from './notices/notice.ts';
import { noticeNotes, noticeOperations } from './notices/operations.ts';
import { personAnswer } from './people/answers.ts';
import { peopleNotes, peopleOperations } from './people/operations.ts';
import { newPerson, personChange } from './people/person.ts';
import { personalLinkAnswer } from './personal-links/answers.ts';
import { personalLinkNotes, personalLinkOperations } from './personal-links/operations.ts';
import { newLink } from './personal-links/personal-link.ts';
import { metaLinkAnswer, pointAnswer } from './points/answers.ts';
import {
  countOperations,
  metaLinkOperations,
  pointFileOperations,
  pointNotes,
  pointOperations,
} from './points/operations.ts';
import { pointChange, pointSettings } from './points/point.ts';
import { promptAnswer } from './prompts/answers.ts';
import { promptNotes, promptOperations } from './prompts/operations.ts';
import { newPrompt } from './prompts/prompt.ts';
import { signupAnswer, signupWithTextsAnswer } from './signups/answers.ts';
import { signupNotes, signupOperations } from './signups/operations.ts';
import { newSignup, signupChange } from './signups/signup.ts';
import { recordedSuppressionAnswer } from './suppressions/answers.ts';
import { suppressionNotes, suppressionOperations } from './suppressions/operations.ts';
import { suppression, suppressionLift } from './suppressions/suppression.ts';
import { callHookAnswer, issuedCallHookAnswer, spokenNoticeAnswer } from './telephone/answers.ts';
import { newCallHook } from './telephone/call-hook.ts';
import { callOperations, telephoneNotes, telephoneOperations } from './telephone/operations.ts';
import { templateAnswer, templateWithHistoryAnswer } from './templates/answers.ts';
import { templateNotes, templateOperations } from './templates/operations.ts';
import {
  evidenceAnswer,
  ledgerEntryAnswer,
  timelineEntryAnswer,
  userAnswer,
  withdrawalAnswer,
} from './users/answers.ts';
import { userNotes, userOperations } from './users/operations.ts';
import { userSearch } from './users/user-search.ts';
import { webhookOperations } from './webhooks/operations.ts';

/** The declarations by capability. For the build and for tests: code that runs imports none of it but as types. */
export const capabilities = {
  apps: appOperations,
  keys: keyOperations,
  people: peopleOperations,
  audit: auditOperations,
  consent: consentOperations,
  suppressions: suppressionOperations,
  eligibility: eligibilityOperations,
  'country-rules': countryRuleOperations,
  users: userOperations,
  handovers: handoverOperations,
  'handover-acts': handoverActOperations,
  'gate-decisions': gateDecisionOperations,
  'kept-aside': keptAsideOperations,
  'kept-aside-acts': keptAsideActOperations,
  exports: exportOperations,
  'export-schedules': exportScheduleOperations,
  imports: importOperations,
  notices: noticeOperations,
  points: pointOperations,
  counts: countOperations,
  'point-files': pointFileOperations,
  'meta-links': metaLinkOperations,
  signups: signupOperations,
  templates: templateOperations,
  'personal-links': personalLinkOperations,
  prompts: promptOperations,
  telephone: telephoneOperations,
  health: healthOperations,
  'point-pages': pointPageOperations,
  'person-pages': personPageOperations,
  logos: logoOperations,
  widget: widgetOperations,
  webhooks: webhookOperations,
  'send-gate': gateOperations,
  gupshup: gupshupOperations,
  calls: callOperations,
  callbacks: callbackOperations,
  'event-types': eventTypeOperations,
} as const satisfies { readonly [capability: string]: Operations };

/** Words about schemas, to be put into the registry by whoever builds the document. */
export const fieldNotes: readonly FieldNote[] = [
  ...sharedNotes,
  ...appNotes,
  ...keyNotes,
  ...peopleNotes,
  ...auditNotes,
  ...consentNotes,
  ...suppressionNotes,
  ...eligibilityNotes,
  ...userNotes,
  ...keptAsideNotes,
  ...exportNotes,
  ...importNotes,
  ...noticeNotes,
  ...pointNotes,
  ...signupNotes,
  ...templateNotes,
  ...personalLinkNotes,
  ...promptNotes,
  ...telephoneNotes,
  ...callbackNotes,
];

/** Schemas that a document names instead of repeating them. */
export const components: { readonly [name: string]: z.ZodType } = {
  Problem: problem,
  App: appAnswer,
  AppSettings: appSettings,
  AppChange: appChange,
  Key: keyAnswer,
  IssuedKey: issuedKeyAnswer,
  NewKey: newKey,
  Person: personAnswer,
  NewPerson: newPerson,
  PersonChange: personChange,
  AuditEntry: auditAnswer,
  UserReference: user,
  UserSearch: userSearch,
  OptIn: optIn,
  OptOut: optOut,
  Statement: statementAnswer,
  SuppressionToSet: suppression,
  SuppressionLift: suppressionLift,
  RecordedSuppression: recordedSuppressionAnswer,
  EligibilityQuestion: eligibilityQuestion,
  Eligibility: eligibilityAnswer,
  CountryRule: countryRuleAnswer,
  User: userAnswer,
  Evidence: evidenceAnswer,
  Outcome: outcomeAnswer,
  LedgerEntry: ledgerEntryAnswer,
  TimelineEntry: timelineEntryAnswer,
  Withdrawal: withdrawalAnswer,
  Handover: handoverAnswer,
  GateDecision: gateDecisionAnswer,
  KeptAside: keptAsideAnswer,
  Export: exportAnswer,
  LinkedExport: linkedExportAnswer,
  ExportSchedule: scheduleAnswer,
  NewExportSchedule: newSchedule,
  ExportScheduleChange: scheduleChange,
  MappingOfImport: mappingAnswer,
  Import: importAnswer,
  LinkedImport: linkedImportAnswer,
  NewImport: newImport,
  NewImportWithUpload: newImportAnswer,
  ImportMapping: dryRunOrder,
  ImportAttestation: attestation,
  ImportUndo: undoOrder,
  Notice: noticeAnswer,
  LatestNotice: latestNoticeAnswer,
  ListedNotice: listedNoticeAnswer,
  NoticeText: noticeTextAnswer,
  NoticeProposal: noticeProposal,
  LintRequest: lintRequest,
  CollectionPoint: pointAnswer,
  CollectionPointSettings: pointSettings,
  CollectionPointChange: pointChange,
  MetaLink: metaLinkAnswer,
  Signup: signupAnswer,
  SignupWithTexts: signupWithTextsAnswer,
  NewSignup: newSignup,
  SignupChange: signupChange,
  Template: templateAnswer,
  TemplateWithHistory: templateWithHistoryAnswer,
  PersonalLink: personalLinkAnswer,
  WidgetView: widgetViewAnswer,
  WidgetAnswer: widgetAnswer,
  NewPersonalLink: newLink,
  Prompt: promptAnswer,
  NewPrompt: newPrompt,
  SpokenNotice: spokenNoticeAnswer,
  CallHook: callHookAnswer,
  IssuedCallHook: issuedCallHookAnswer,
  NewCallHook: newCallHook,
  Callback: callbackAnswer,
  IssuedCallback: issuedCallbackAnswer,
  NewCallback: newCallback,
  CallbackChange: callbackChange,
  Delivery: deliveryAnswer,
  SentDelivery: sentDeliveryAnswer,
  EventType: eventTypeAnswer,
};
