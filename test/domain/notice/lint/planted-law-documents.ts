import type { PlantedDocument } from './planted-document.ts';
import { form, notice, soundText, without } from './sound-documents.ts';

const privacy = soundText().privacy ?? { text: '', url: '' };

/** What a local law asks for and a notice lacks. */
export const plantedLawDocuments: readonly PlantedDocument[] = [
  // Local law.
  [
    'no way out in the European Union',
    without('howToStop'),
    ['how-to-stop-missing /texts/0/howToStop', 'eu-withdrawal /texts/0/howToStop'],
    { profile: 'meta-minimum', laws: ['eu'] },
  ],
  [
    'not at any time, in the European Union',
    notice('de', { howToStop: 'Senden Sie STOP.' }),
    ['eu-withdrawal /texts/0/howToStop'],
    { laws: ['eu'] },
  ],
  [
    'no privacy notice in the European Union',
    without('privacy'),
    ['eu-privacy-notice /texts/0/privacy'],
    { profile: 'meta-minimum', laws: ['eu'] },
  ],
  [
    'not said to be no condition, in the United States',
    notice('en', { howToStop: 'Send STOP at any time.' }),
    ['us-not-a-condition /texts/0'],
    { laws: ['us'] },
  ],
  [
    'no way out in Canada',
    without('howToStop'),
    ['how-to-stop-missing /texts/0/howToStop', 'ca-withdrawal /texts/0/howToStop'],
    { profile: 'meta-minimum', laws: ['ca'] },
  ],
  [
    'no address in Canada',
    notice('fr', { privacy: { ...privacy, text: 'La politique de confidentialité d’Acme.' } }),
    ['ca-contact /texts/0/privacy'],
    { laws: ['ca'] },
  ],
  [
    'no way out in Brazil',
    without('howToStop'),
    ['how-to-stop-missing /texts/0/howToStop', 'br-withdrawal /texts/0/howToStop'],
    { profile: 'meta-minimum', laws: ['br'] },
  ],
  [
    'no privacy notice in Brazil',
    without('privacy'),
    ['br-privacy-notice /texts/0/privacy'],
    { profile: 'meta-minimum', laws: ['br'] },
  ],
  [
    'no way out in India',
    without('howToStop'),
    ['how-to-stop-missing /texts/0/howToStop', 'in-withdrawal /texts/0/howToStop'],
    { profile: 'meta-minimum', laws: ['in'] },
  ],
  [
    'no privacy notice in India',
    without('privacy'),
    ['in-privacy-notice /texts/0/privacy'],
    { profile: 'meta-minimum', laws: ['in'] },
  ],
  ['no language of India', notice('de'), ['in-languages /texts'], { laws: ['in'] }],
  [
    'a form that says nothing of stopping, in the European Union',
    form({ text: 'Messages from Acme on WhatsApp.' }),
    ['how-to-stop-missing /text', 'eu-withdrawal /text'],
    { laws: ['eu'] },
  ],
];
