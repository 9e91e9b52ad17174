import { noon } from '../../support/ledger/ledger-bench.ts';
import { replay } from '../../support/ledger/recorded-ledgers.ts';
import { anna, bea, hears, inField, message, minute, optedIn, says, seconds } from '../../support/ledger/said-to-us.ts';
import { delivery, messagesChange } from '../../support/ledger/whatsapp-webhook.ts';

const at = seconds(noon + minute);
const contacts = [{ wa_id: anna, user_id: 'US.1', parent_user_id: 'US.ENT.3', profile: { name: 'Anna' } }];
const call = (parts: object) => ({
  whatsapp: inField('calls', {
    calls: [
      {
        id: 'wacid.1',
        from: anna,
        to: '15550783881',
        event: 'connect',
        timestamp: at,
        direction: 'USER_INITIATED',
        ...parts,
      },
    ],
  }),
});
const status = (parts: object, field = 'messages') => ({
  whatsapp: inField(field, {
    statuses: [{ id: 'wamid.s', status: 'sent', timestamp: at, recipient_id: anna, ...parts }],
  }),
});
const preference = (parts: object) => ({
  whatsapp: inField('user_preferences', {
    user_preferences: [{ wa_id: anna, category: 'marketing_messages', value: 'stop', timestamp: at, ...parts }],
  }),
});
const change = (system: object, parts: object = {}) => hears(message({ type: 'system', system, ...parts }));
const updated = { user_id: { previous: 'US.1', current: 'US.2' }, timestamp: at };
const paired = { whatsapp: inField('messages', { contacts, messages: [says('hello', { id: 'wamid.p' })] }) };
const stop131050 = { status: 'failed', errors: [{ code: 131050 }] };
const entryPoint = {
  conversation: { origin: { type: 'referral_conversion' }, expiration_timestamp: seconds(noon + 72 * 60 * minute) },
};

replay('identities', [
  { name: 'a call of the person', deliveries: [call({})] },
  { name: 'a call that began before', deliveries: [call({ start_time: seconds(noon) })] },
  { name: 'a call of ours', deliveries: [call({ direction: 'BUSINESS_INITIATED' })] },
  { name: 'a call without a time', deliveries: [call({ timestamp: undefined })] },
  { name: 'a call of ours that is taken', deliveries: [status({ status: 'ACCEPTED' }, 'calls')] },
  { name: 'a call of ours that rings', deliveries: [status({ status: 'RINGING' }, 'calls')] },
  { name: 'a status of an entry point', deliveries: [status(entryPoint)] },
  {
    name: 'a status of an entry point without an end',
    deliveries: [status({ pricing: { type: 'free_entry_point' } })],
  },
  { name: 'a status without news', deliveries: [status({ status: 'delivered' })] },
  { name: 'WhatsApp’s own stop by a status', before: optedIn, deliveries: [status(stop131050)] },
  {
    name: 'WhatsApp’s own stop by a status with nothing else',
    before: optedIn,
    deliveries: [status({ ...stop131050, id: undefined, timestamp: undefined })],
  },
  { name: 'WhatsApp’s own stop', before: optedIn, deliveries: [preference({})] },
  { name: 'WhatsApp’s own stop without a time', before: optedIn, deliveries: [preference({ timestamp: undefined })] },
  {
    name: 'WhatsApp’s own stop and its end, twice',
    before: optedIn,
    deliveries: [
      preference({}),
      preference({}),
      preference({ value: 'resume', timestamp: seconds(noon + 2 * minute) }),
    ],
  },
  { name: 'a resume without a time', deliveries: [preference({ value: 'resume', timestamp: undefined })] },
  { name: 'a sign-up in WhatsApp', deliveries: [preference({ value: 'signup', signup_id: '7' })] },
  { name: 'a preference of another category', deliveries: [preference({ category: 'hologram' })] },
  { name: 'a preference by BSUID', deliveries: [preference({ wa_id: undefined, user_id: 'US.1' })] },
  { name: 'a pair of number and BSUID', before: optedIn, deliveries: [paired] },
  { name: 'a BSUID alone says STOP', deliveries: [hears(says('STOP', { from: undefined, from_user_id: 'US.1' }))] },
  {
    name: 'a BSUID alone, then with its number',
    before: optedIn,
    deliveries: [hears(says('STOP', { from: undefined, from_user_id: 'US.1', id: 'wamid.b' })), paired],
  },
  {
    name: 'a BSUID in the place of the number',
    deliveries: [hears(says('STOP', { from: 'US.13491208655302741918' }))],
  },
  { name: 'a BSUID that is none', deliveries: [hears(says('STOP', { from_user_id: 'foo_bar' }))] },
  { name: 'an old form of a number', deliveries: [hears(says('STOP', { from: '5215512345678' }))] },
  {
    name: 'a number that changes',
    before: optedIn,
    deliveries: [
      change({ type: 'user_changed_number', wa_id: bea, body: 'Anna changed' }),
      hears(says('hi', { id: 'wamid.2', from: bea })),
    ],
  },
  {
    name: 'a number that changes, as older samples say it',
    before: optedIn,
    deliveries: [change({ type: 'customer_changed_number', new_wa_id: bea })],
  },
  {
    name: 'a BSUID that changes',
    deliveries: [
      paired,
      change({ type: 'user_changed_user_id', previous_user_id: 'US.1', user_id: 'US.2' }, { from: undefined }),
    ],
  },
  {
    name: 'a BSUID that changes by the older field',
    deliveries: [paired, { whatsapp: inField('user_id_update', { user_id_update: [updated] }) }],
  },
  { name: 'a change without an end', deliveries: [change({ type: 'user_changed_number' })] },
  { name: 'an identity that changes', deliveries: [change({ type: 'customer_identity_changed' })] },
  {
    name: 'everything of one person in one delivery',
    before: optedIn,
    deliveries: [
      {
        whatsapp: delivery(
          messagesChange('106540352242922', {
            contacts,
            messages: [says('hello'), says('no more offers', { id: 'wamid.2' })],
            statuses: [
              { id: 'wamid.s', status: 'failed', timestamp: at, recipient_id: anna, errors: [{ code: 131050 }] },
            ],
            errors: [{ code: 131035 }, { code: 1 }],
          }),
          { field: 'account_update', value: {} },
          { ...messagesChange('106540352242922', { messages: [says('STOP', { id: 'wamid.3' })] }), field: 'standby' },
        ),
      },
    ],
  },
]);
