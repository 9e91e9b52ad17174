import type { PlantedDocument } from './planted-document.ts';
import { form, template } from './sound-documents.ts';

/** Faults of forms and of message templates. */
export const plantedFormsAndTemplates: readonly PlantedDocument[] = [
  // Forms.
  [
    'a box ticked already',
    form({ fields: [{ purposeId: 'offers', label: 'I want offers on WhatsApp', preTicked: true }] }),
    ['pre-ticked /fields/0/preTicked'],
  ],
  [
    'a box that must be ticked',
    form({ fields: [{ purposeId: 'offers', label: 'I want offers on WhatsApp', preTicked: false, required: true }] }),
    ['consent-required /fields/0/required'],
  ],
  ['a number that cannot be changed', form({ numberEditable: false }), ['number-fixed /numberEditable']],
  ['a form without the mark', form({ showsWhatsappMark: false }), ['names-whatsapp /showsWhatsappMark']],
  [
    'a form without a business',
    form({ text: 'Messages on WhatsApp. Send STOP to end them.' }),
    ['business-named /text'],
  ],
  [
    'a form with one box for all',
    form({ fields: [{ purposeId: 'offers', label: 'I want offers and order updates on WhatsApp', preTicked: false }] }),
    ['purpose-mixed /fields/0/label'],
  ],
  [
    'a form with two boxes for one purpose',
    form({
      fields: [
        { purposeId: 'offers', label: 'I want offers', preTicked: false },
        { purposeId: 'offers', label: 'I want deals', preTicked: false },
      ],
    }),
    ['purposes-alike /fields/1/label'],
  ],
  ['a form that asks for nothing', form({ fields: [] }), ['purposes-missing /fields']],
  [
    'terms and messages in one box',
    form({
      fields: [
        { purposeId: 'offers', label: 'I accept the terms of service and offers by WhatsApp', preTicked: false },
      ],
    }),
    ['agreed-with-terms /fields/0/label'],
  ],
  [
    'a box of the terms that brings messages',
    form({ fields: [...form().fields, { label: 'I accept the terms of use and WhatsApp contact', preTicked: false }] }),
    ['agreed-with-terms /fields/3/label'],
  ],
  [
    'a box to untick',
    form({ text: 'Messages from Acme on WhatsApp. Uncheck the box below. Send STOP to end them.' }),
    ['consent-by-silence /text'],
  ],
  [
    'a box that means no',
    form({ fields: [{ purposeId: 'offers', label: 'I do not want offers on WhatsApp', preTicked: false }] }),
    ['tick-means-no /fields/0/label'],
  ],

  // Templates.
  ['advertising without a way out', template({ footer: 'Acme, your shop' }), ['template-way-out /footer']],
  [
    'advertising with a button that is not heard',
    {
      kind: 'template',
      locale: 'es',
      category: 'marketing',
      body: 'Ofertas',
      buttons: [{ type: 'QUICK_REPLY', text: 'Baja' }],
    },
    ['template-way-out '],
  ],
  [
    'a link as the way out',
    {
      kind: 'template',
      locale: 'en',
      category: 'marketing',
      body: 'Offers',
      buttons: [{ type: 'URL', text: 'Unsubscribe' }],
    },
    ['template-way-out '],
  ],
  [
    'a footer with one word that is not heard',
    template({ footer: 'Send STOP or NOMORE to end.' }),
    ['stop-word-understood /footer'],
  ],
  ['a long footer', template({ footer: `Send STOP. ${'Thank you. '.repeat(5)}` }), ['template-limits /footer']],
  [
    'a long button',
    template({ buttons: [{ type: 'QUICK_REPLY', text: 'Please stop all these messages' }] }),
    ['template-limits /buttons/0/text'],
  ],
  [
    'eleven buttons',
    template({ buttons: Array.from({ length: 11 }, (_, at) => ({ type: 'QUICK_REPLY', text: `Yes ${at}` })) }),
    ['template-limits /buttons'],
  ],
  ['a variable in the footer', template({ footer: '{{1}}: send STOP.' }), ['leftover-placeholder /footer']],
  [
    'advertising as utility',
    template({ category: 'utility', body: 'Your order {{1}} is here. 20 % discount today!' }),
    ['marketing-hidden /body'],
  ],
  [
    'a way out of codes',
    template({ category: 'authentication', body: '{{1}} is your code.' }),
    ['authentication-plain /footer'],
  ],
  [
    'a link in a code',
    { kind: 'template', locale: 'en', category: 'authentication', body: '{{1}}: https://acme.example.com' },
    ['authentication-plain /body'],
  ],
];
