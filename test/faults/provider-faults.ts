import type { PlantedFault } from './planted-fault.ts';

const webhook = ['test/handlers/twilio-webhook'];
const signature = ['test/adapters/providers/twilio/signature'];
const status = ['test/handlers/twilio-status'];

/** Faults in what comes by Twilio and by AWS. */
export const providerFaults: readonly PlantedFault[] = [
  {
    name: 'the signature is judged over the host that it came to',
    file: 'lambdas/handlers/deps/twilio/signed-by-twilio.ts',
    find: "const query = rawQueryString === ''",
    replace: "publicUrl = 'https://id.execute-api.us-east-1.amazonaws.com';\n  const query = rawQueryString === ''",
    tests: webhook,
  },
  {
    name: 'a shared key is ignored, and the token judges',
    file: 'lambdas/adapters/providers/twilio/signature.ts',
    find: 'const keys = settings === undefined ? signing.authTokens : sharedKey(settings, signing);',
    replace: 'const keys = signing.authTokens;',
    tests: signature,
  },
  {
    name: 'an empty field is not signed',
    file: 'lambdas/adapters/providers/twilio/form.ts',
    find: ".filter((pair) => pair !== '')",
    replace: ".filter((pair) => !pair.endsWith('='))",
    tests: signature,
  },
  {
    name: 'the hash of a body in JSON is not compared',
    file: 'lambdas/adapters/providers/twilio/signature.ts',
    find: 'if (bodyHash !== null && !isSame(',
    replace: 'if (bodyHash === null && !isSame(',
    tests: signature,
  },
  {
    name: 'a message has the time of its last receipt',
    file: 'lambdas/adapters/dynamodb/messages/first-receipts.ts',
    find: 'return first === undefined ? now : itemAs',
    replace: 'return first !== undefined ? now : itemAs',
    tests: webhook,
  },
  {
    name: 'the secret of one app proves what comes to the number of another',
    file: 'lambdas/use-cases/inbound/owners.ts',
    find: 'if (provenBy !== undefined && !owners.some(({ app }) => app.appId === provenBy)) return [];',
    replace: '',
    tests: webhook,
  },
  {
    name: 'the stage stands in for an app that has a secret of its own',
    file: 'lambdas/adapters/aws/app-secrets.ts',
    find: 'if (value !== undefined) return recent === undefined ? value : undefined;',
    replace: 'if (value !== undefined && recent === undefined) return value;',
    tests: webhook,
  },
  {
    name: 'a secret that does not fit is not read anew',
    file: 'lambdas/handlers/deps/twilio/judged-twilio.ts',
    find: "const anew = await secrets.readAnew(appId, 'twilio');",
    replace: 'const anew = undefined;',
    tests: webhook,
  },
  {
    name: 'what Twilio heard counts only where our reading is the same',
    file: 'lambdas/domain/inbound/understand.ts',
    find: "return told === 'stop' && !isWhole ? { act: 'stop', of: 'all', rule: toldStop } : own;",
    replace: 'return own;',
    tests: webhook,
  },
  {
    name: 'the title of a button is what the person wrote',
    file: 'lambdas/adapters/providers/twilio/parse-content.ts',
    find: 'if (id !== undefined) {',
    replace: 'if (id !== undefined && false) {',
    tests: webhook,
  },
  {
    name: 'only the first notification of an event is heard',
    file: 'lambdas/adapters/providers/meta/parse-social.ts',
    find: "return (listOf(event, 'Records') ?? []).map(",
    replace: "return (listOf(event, 'Records') ?? []).slice(0, 1).map(",
    tests: ['test/handlers/aws-whatsapp'],
  },
  {
    name: 'an entry of AWS that cannot be read is dropped',
    file: 'lambdas/adapters/providers/meta/parse-social.ts',
    find: "? [{ event: 'unreadable', why: 'no-social-message', part: { social, receivedAt } }]",
    replace: "? [{ event: 'ignored', why: 'no-social-message' }]",
    tests: ['test/handlers/aws-whatsapp'],
  },
  {
    name: '21610 is believed of messages that are not ours',
    file: 'lambdas/use-cases/inbound/record-change.ts',
    find: 'if (!isOurs || about === undefined) return;',
    replace: 'if (about === undefined) return;',
    tests: status,
  },
  {
    name: '21610 is a no of its own each time it is told',
    file: 'lambdas/use-cases/messages/feed-back.ts',
    find: 'const { provider, code, to } = refusal;',
    replace:
      'const { provider, code, to } = refusal;\n  request = { ...request, entry: request.entry + String(Math.random()) };\n  deps = { ...deps, smsStops: { heard: async () => false } };',
    tests: status,
  },
  {
    name: 'SMS on a number of Twilio is answered by AWS',
    file: 'lambdas/domain/sends/sms-provider.ts',
    find: "?.provider ?? 'aws'",
    replace: "?.country === 'XX' ? 'twilio' : 'aws'",
    tests: [...webhook, ...status],
  },
  {
    name: 'a kept message of Twilio that has a status is taken for one of ours',
    file: 'lambdas/adapters/providers/twilio/parse-status.ts',
    find: "return failures.has((textOf(fields, 'MessageStatus') ?? textOf(fields, 'SmsStatus') ?? '').toLowerCase());",
    replace: "return (textOf(fields, 'MessageStatus') ?? textOf(fields, 'SmsStatus')) !== undefined;",
    tests: ['test/handlers/kept-aside.test.ts'],
  },
  {
    name: 'a secret of an app is not believed while the store of secrets is silent',
    file: 'lambdas/adapters/aws/app-secrets.ts',
    find: 'if (last === undefined || now() - last.at >= trustedFor) throw error;',
    replace: 'throw error;',
    tests: ['test/adapters/aws/app-secrets.test.ts'],
  },
  {
    name: 'an own secret without a token is replaced by the one of the stage',
    file: 'lambdas/handlers/deps/sending/meta-sender.ts',
    find: '  } catch {\n    return undefined;',
    replace: "  } catch {\n    return 'token-of-the-stage';",
    tests: ['test/handlers/with-own-secret.test.ts'],
  },
  {
    name: 'a reply goes out twice because it was refused',
    file: 'lambdas/handlers/deps/sending/with-own-secret.ts',
    find: "if (result.came !== 'refused' || !outdated.has(result.code)) return result;",
    replace: "if (result.came === 'sent') return result;",
    tests: ['test/handlers/with-own-secret.test.ts'],
  },
  {
    name: 'another app on the number answers, which may have no account at Twilio',
    file: 'lambdas/use-cases/inbound/owners.ts',
    find: "(appId === provenBy ? '' : appId)",
    replace: 'appId',
    tests: webhook,
  },
];
