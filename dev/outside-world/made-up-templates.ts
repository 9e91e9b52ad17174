/** A template as Meta keeps it ("Message templates"): its words, which a request to send it does not hold. */
export interface MadeUpTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: 'MARKETING' | 'UTILITY';
  readonly header?: string;
  /** `{{1}}` stands for the first parameter. */
  readonly body: string;
  readonly footer?: string;
  /** Labels of its quick replies, in their order. */
  readonly quickReplies: readonly string[];
}

/** The templates that a made-up business has at the simulated Meta. "Stop promotions" is Meta's own label under marketing templates. */
export const madeUpTemplates: readonly MadeUpTemplate[] = [
  {
    name: 'simulated_offer',
    language: 'en',
    category: 'MARKETING',
    header: 'This week',
    body: '{{1}}',
    footer: 'You get this because you asked for offers.',
    quickReplies: ['Send me more', 'Stop promotions'],
  },
  {
    name: 'simulated_invitation',
    language: 'en',
    category: 'MARKETING',
    header: 'Shall we keep in touch?',
    body: '{{1}}',
    quickReplies: ['Yes, offers', 'Yes, news', 'No, thank you', 'Stop promotions'],
  },
  {
    name: 'simulated_update',
    language: 'en',
    category: 'UTILITY',
    body: '{{1}}',
    footer: 'About your order',
    quickReplies: ['Where is it?'],
  },
];

export const madeUpTemplate = (name: string): MadeUpTemplate | undefined =>
  madeUpTemplates.find((each) => each.name === name);
