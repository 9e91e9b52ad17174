import type { FunctionName } from '../../lambdas/contract/routes.ts';

const all: Record<FunctionName, true> = {
  authorizer: true,
  admin: true,
  consent: true,
  eligibility: true,
  users: true,
  exports: true,
  health: true,
  docs: true,
  console: true,
  'whatsapp-webhook': true,
  'sms-inbound': true,
  'twilio-webhook': true,
  'aws-whatsapp': true,
  relay: true,
  'send-replies': true,
  'export-plan': true,
  'export-shard': true,
  'export-finish': true,
  notices: true,
  points: true,
  pages: true,
  'count-charges': true,
  'publish-events': true,
  telephone: true,
  'connect-flow': true,
  gate: true,
  imports: true,
  'import-steps': true,
  callbacks: true,
  'deliver-events': true,
  gupshup: true,
};

/** Every function of the contract; the compiler notices when one is missing here. */
export const functionNames = Object.keys(all) as FunctionName[];
