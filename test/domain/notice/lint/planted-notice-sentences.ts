import type { PlantedDocument } from './planted-document.ts';
import { notice, pair, soundText, without } from './sound-documents.ts';

const [offers, orders] = soundText().purposes;
const privacy = soundText().privacy ?? { text: '', url: '' };
const { agreement } = soundText();
const agreementAt = '/texts/0/agreement';

/** Faults of what the person says and chooses, and of what else is said. */
export const plantedNoticeSentences: readonly PlantedDocument[] = [
  // The sentence that the person says.
  [
    'an agreement without the purposes',
    notice('en', { agreement: 'I agree to receive messages from Acme on WhatsApp at {number}.' }),
    [`agreement-lists-purposes ${agreementAt}`],
  ],
  [
    'an agreement without the purposes, under the other profile',
    notice('en', { agreement: 'I agree to receive messages from Acme on WhatsApp at {number}.' }),
    [`agreement-lists-purposes ${agreementAt}`],
    { profile: 'meta-minimum' },
  ],
  [
    'an agreement without the number',
    notice('en', { agreement: 'I agree to receive {purposes} from Acme on WhatsApp.' }),
    [`agreement-shows-number ${agreementAt}`],
  ],
  [
    'an agreement without the number, in the United States',
    notice('en', { agreement: 'I agree to receive {purposes} from Acme on WhatsApp.' }),
    [`agreement-shows-number ${agreementAt}`],
    { profile: 'meta-minimum', laws: ['us'] },
  ],
  [
    'an agreement said by the business',
    notice('en', { agreement: 'Get {purposes} from Acme on WhatsApp at {number}.' }),
    [`first-person ${agreementAt}`],
  ],
  [
    'an agreement said by the business, in German',
    notice('de', { agreement: 'Sie erhalten {purposes} von Acme über WhatsApp an {number}.' }),
    [`first-person ${agreementAt}`],
  ],
  [
    'a question',
    notice('en', { agreement: 'Shall I receive {purposes} from Acme on WhatsApp at {number}?' }),
    [`first-person ${agreementAt}`],
  ],
  [
    'an agreement to nothing',
    notice('en', { agreement: 'I agree to {purposes} of Acme on WhatsApp at {number}.' }),
    [`says-receive ${agreementAt}`],
  ],
  [
    'STOP in the agreement',
    notice('en', { agreement: `${agreement} I can send STOP.` }),
    [`keyword-in-agreement ${agreementAt}`],
  ],
  [
    'a stop in the agreement, in Spanish',
    notice('es', { agreement: `${soundText('es').agreement} Puedo darme de baja.` }),
    [`keyword-in-agreement ${agreementAt}`],
  ],
  [
    'a stop in a purpose',
    notice('en', { purposes: [{ purposeId: 'offers', text: 'stop all marketing' }] }),
    [`keyword-in-agreement ${agreementAt}`],
  ],
  [
    'an endless agreement',
    notice('en', { agreement: `${agreement} ${'I really do. '.repeat(20)}`.trim() }),
    [`agreement-length ${agreementAt}`],
  ],
  [
    'terms in the agreement',
    notice('en', {
      agreement: `I accept the terms of use and agree to receive {purposes} from Acme on WhatsApp at {number}.`,
    }),
    [`agreed-with-terms ${agreementAt}`],
  ],
  [
    'AGB in the agreement',
    notice('de', {
      agreement: `Ich akzeptiere die AGB und stimme zu, dass Acme mir {purposes} über WhatsApp an {number} sendet.`,
    }),
    [`agreed-with-terms ${agreementAt}`],
  ],
  [
    'an agreement that says no',
    notice('en', { agreement: 'I do not want to receive {purposes} from Acme on WhatsApp at {number}.' }),
    [`first-person ${agreementAt}`, `keyword-in-agreement ${agreementAt}`, `tick-means-no ${agreementAt}`],
  ],

  // Purposes.
  [
    'two purposes with the same words',
    notice('en', { purposes: [offers, { ...orders, text: offers?.text }] as never }),
    ['purposes-alike /texts/0/purposes/1/text', 'marketing-hidden /texts/0/purposes/1/text'],
  ],
  [
    'one purpose twice',
    notice('en', { purposes: [offers, { ...offers, text: 'bargains' }] as never }),
    ['purposes-alike /texts/0/purposes/1/text'],
  ],
  [
    'a purpose that is a sentence',
    notice('en', { purposes: [{ purposeId: 'orders', text: 'We tell you where your order is.' }] }),
    ['purpose-in-a-sentence /texts/0/purposes/0/text'],
  ],
  [
    'a vague purpose in Brazil',
    notice('pt', { purposes: [{ purposeId: 'orders', text: 'atualizações' }] }),
    ['purpose-vague /texts/0/purposes/0/text'],
    { profile: 'meta-minimum', laws: ['br'] },
  ],

  // WhatsApp.
  [
    'no WhatsApp',
    notice('en', { agreement: 'I agree to receive {purposes} from Acme at {number}.' }),
    [`names-whatsapp ${agreementAt}`],
  ],
  ['Whatsapp', notice('en', { heading: 'Messages from Acme on Whatsapp' }), ['whatsapp-spelling /texts/0/heading']],
  [
    'What’s App',
    notice('en', { agreement: 'I agree to receive {purposes} from Acme on What’s App at {number}.' }),
    [`whatsapp-spelling ${agreementAt}`],
  ],
  [
    'a name with WhatsApp in it',
    JSON.parse(JSON.stringify(notice('en')).replaceAll('Acme', 'WhatsApp Deals')),
    ['businessName', 'heading', 'agreement'].map((part) => `whatsapp-not-the-sender /texts/0/${part}`),
  ],

  // The way out, and what else is said.
  ['no way out', without('howToStop'), ['how-to-stop-missing /texts/0/howToStop']],
  [
    'a word that is no stop',
    notice('en', { howToStop: 'Send ENOUGH at any time.' }),
    ['stop-word-understood /texts/0/howToStop'],
  ],
  [
    'a word that is no stop beside one that is',
    notice('pt', { howToStop: 'Envie STOP ou CHEGA DISSO a qualquer momento.' }),
    ['stop-word-understood /texts/0/howToStop'],
  ],
  [
    'a word in quotes that is no stop',
    notice('fr', { howToStop: 'Envoyez STOP à tout moment, ou écrivez « plus rien ».' }),
    ['stop-word-understood /texts/0/howToStop'],
  ],
  [
    'a word in quotes that is no stop, in Hindi',
    notice('hi', { howToStop: 'किसी भी समय “बस करो” लिखें।' }),
    ['stop-word-understood /texts/0/howToStop'],
  ],
  [
    'no word at all',
    notice('en', { howToStop: 'You can stop at any time in the settings.' }),
    ['stop-word-understood /texts/0/howToStop'],
  ],
  ['no frequency', without('frequency'), ['frequency-missing /texts/0/frequency']],
  ['no benefits', without('benefits'), ['benefits-missing /texts/0/benefits']],
  ['no privacy notice', without('privacy'), ['privacy-missing /texts/0/privacy']],
  [
    'a link that is http',
    notice('en', { privacy: { ...privacy, url: 'http://acme.example.com/privacy' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a link that is a script',
    notice('en', { privacy: { ...privacy, url: 'javascript:alert(1)' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a link to nowhere',
    notice('en', { privacy: { ...privacy, url: '/privacy' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a link to this machine',
    notice('en', { privacy: { ...privacy, url: 'https://localhost/privacy' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a link that was not filled in',
    notice('en', { privacy: { ...privacy, url: 'https://www.example.com/privacy' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a link with a password',
    notice('en', { privacy: { ...privacy, url: 'https://a:b@acme.example.com/' } }),
    ['privacy-url /texts/0/privacy/url'],
  ],
  [
    'a language that asks less',
    pair({ purposes: soundText('es').purposes.slice(0, 1) }),
    ['texts-differ /texts/1/purposes'],
  ],
  [
    'a language that says less',
    pair({ benefits: undefined } as never),
    ['benefits-missing /texts/1/benefits', 'parts-differ /texts/1/benefits'],
  ],
  ['a novel', notice('en', { benefits: 'You will like it. '.repeat(20) }), ['too-long /texts/0/benefits']],
  ['capitals', notice('en', { heading: 'GET MESSAGES FROM Acme ON YOUR PHONE' }), ['all-capitals /texts/0/heading']],
];
