import type { PlantedDocument } from './planted-document.ts';
import { notice, pair, purposes, soundText } from './sound-documents.ts';

const { agreement } = soundText();
const agreementAt = '/texts/0/agreement';

/** Faults of the words of a notice: what is there at all, in which language, who writes. */
export const plantedNoticeWords: readonly PlantedDocument[] = [
  // Words that are not there, or are not words.
  ['an empty heading', notice('en', { heading: ' — ' }), ['text-missing /texts/0/heading']],
  ['no text', { kind: 'notice', texts: [] }, ['purposes-missing /texts']],
  ['no purpose', notice('en', { purposes: [] }), ['purposes-missing /texts/0/purposes']],
  ['a tag', notice('en', { heading: 'Messages <b>from</b> Acme' }), ['markup /texts/0/heading']],
  ['an entity', notice('en', { heading: 'Messages from Acme &amp; Sons' }), ['markup /texts/0/heading']],
  ['a written link', notice('en', { benefits: 'See [here](https://acme.example.com).' }), ['markup /texts/0/benefits']],
  ['a tag in an incentive', notice('en', { incentive: '<b>10 %</b> off' }), ['markup /texts/0/incentive']],
  [
    'a link in an incentive',
    notice('en', { incentive: '[10 % off](https://x.example)' }),
    ['markup /texts/0/incentive'],
  ],
  [
    'an incentive in capitals',
    notice('en', { incentive: 'TEN PERCENT OFF EVERYTHING' }),
    ['all-capitals /texts/0/incentive'],
  ],
  [
    'an incentive of a novel',
    notice('en', { incentive: `10 % off ${'and more '.repeat(9)}` }),
    ['too-long /texts/0/incentive'],
  ],
  [
    'an incentive with a place to fill',
    notice('en', { incentive: '{percent} off' }),
    ['unknown-placeholder /texts/0/incentive'],
  ],
  [
    'an incentive in Latin letters',
    notice('hi', { incentive: 'Agle order par das pratishat chhoot' }),
    ['language-script /texts/0/incentive'],
  ],
  ['a script', notice('en', { benefits: '<script>alert(1)</script>' }), ['markup /texts/0/benefits']],
  [
    'an override of direction',
    notice('en', { heading: 'Messages from Acme \u202Eon WhatsApp' }),
    ['hidden-characters /texts/0/heading'],
  ],
  [
    'a zero-width space',
    notice('en', { heading: 'Messages from Acme\u200B on WhatsApp' }),
    ['hidden-characters /texts/0/heading'],
  ],
  ['a NUL', notice('de', { heading: 'Nachrichten\u0000 von Acme' }), ['hidden-characters /texts/0/heading']],
  [
    'a line break in the agreement',
    notice('en', { agreement: agreement.replace(' from', '\nfrom') }),
    [`hidden-characters ${agreementAt}`],
  ],
  [
    '[business]',
    notice('en', { heading: 'Messages from [business] on WhatsApp' }),
    ['leftover-placeholder /texts/0/heading'],
  ],
  ['{{1}}', notice('es', { heading: 'Mensajes de {{1}} por WhatsApp' }), ['leftover-placeholder /texts/0/heading']],
  ['lorem ipsum', notice('fr', { benefits: 'lorem ipsum dolor sit amet' }), ['leftover-placeholder /texts/0/benefits']],
  ['TODO', notice('en', { frequency: 'TODO: ask the shop.' }), ['leftover-placeholder /texts/0/frequency']],
  [
    '{business}',
    notice('en', { heading: 'Messages from {business} on WhatsApp' }),
    ['unknown-placeholder /texts/0/heading'],
  ],
  [
    '{purposes} outside the agreement',
    notice('en', { heading: 'Get {purposes} on WhatsApp' }),
    ['unknown-placeholder /texts/0/heading'],
  ],
  [
    '{number} twice',
    notice('en', { agreement: `${agreement} Yes, at {number}.` }),
    [`unknown-placeholder ${agreementAt}`],
  ],

  // Languages.
  [
    'no language tag',
    { ...notice('en'), texts: [{ ...soundText(), locale: 'english!' }] },
    ['locale-form /texts/0/locale', 'language-unknown /texts/0/locale'],
  ],
  [
    'two texts of one language',
    { kind: 'notice', purposes, texts: [soundText('en'), soundText('en')] },
    ['locale-form /texts/1/locale'],
  ],
  ['a language that we have no words of', notice('en', { locale: 'la' }), ['language-unknown /texts/0/locale']],
  [
    'Hindi in Latin letters',
    notice('hi', { benefits: 'Aap jo chunenge wahi aapko chat mein milega.' }),
    ['language-script /texts/0/benefits'],
  ],
  ['Arabic left in English', notice('ar', { heading: 'Messages from Acme' }), ['language-script /texts/0/heading']],
  [
    'English under the tag of Spanish',
    notice('es', { agreement }),
    [`language-differs ${agreementAt}`, `first-person ${agreementAt}`, `says-receive ${agreementAt}`],
  ],

  // Who writes.
  [
    'no business in the agreement',
    notice('en', { agreement: 'I agree to receive {purposes} on WhatsApp at {number}.' }),
    [`business-named ${agreementAt}`],
  ],
  [
    'no business in the agreement, in Turkish',
    notice('tr', { agreement: 'WhatsApp ile {number} üzerinden {purposes} mesajlarını almayı kabul ediyorum.' }),
    [`business-named ${agreementAt}`],
  ],
  [
    'another name in the second language',
    {
      kind: 'notice',
      purposes,
      texts: [soundText('en'), JSON.parse(JSON.stringify(soundText('es')).replaceAll('Acme', 'Globex'))],
    },
    ['business-name-differs /texts/1/businessName'],
  ],
  [
    'the name of the other text',
    pair({
      businessName: 'Globex',
      agreement: 'Acepto recibir {purposes} de Globex por WhatsApp en {number}.',
      heading: 'Mensajes de Globex por WhatsApp',
      benefits: 'Responda a Globex en el chat.',
    }),
    ['business-name-differs /texts/1/businessName', 'names-copied /texts/1/privacy/text'],
  ],
];
