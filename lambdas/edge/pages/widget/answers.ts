import * as z from 'zod';

const word = z.string();
const palette = z.object({ accent: word, on: word, press: word, tint: word }).meta({
  description:
    'Colours as `#rrggbb`: of buttons and ticks, of words on them, of buttons pressed, behind what is ticked.',
});

/** What the widget shows of an open point. */
export const openPointAnswer = z.object({
  state: z.literal('open'),
  kind: z.enum(['widget', 'form']).meta({ description: '`form` asks for the number.' }),
  locale: z.string().meta({ description: 'BCP 47: the language of the words below.' }),
  dir: z.enum(['ltr', 'rtl']),
  shown: z
    .object({ version: z.string(), locale: z.string(), hash: z.string() })
    .meta({ description: 'Which text is shown; goes back with the choice.' }),
  brand: z
    .object({
      name: z.string(),
      letter: z.string().meta({ description: 'In a circle, where there is no logo or it cannot be loaded.' }),
      logo: z.string().optional().meta({ description: 'Address of the logo.' }),
      light: palette,
      dark: palette,
    })
    .meta({ description: 'How the business looks.' }),
  heading: z.string(),
  agreement: z.string().meta({ description: '`{purposes}` stands for what is ticked.' }),
  purposes: z.array(z.object({ purposeId: z.string(), text: z.string() })),
  incentive: z.string().optional(),
  benefits: z.string().optional(),
  frequency: z.string().optional(),
  howToStop: z.string().optional(),
  privacy: z.object({ text: z.string(), url: z.string() }).optional(),
  chatUrl: z.string().optional().meta({ description: 'Opens the chat without any opt-in.' }),
  texts: z
    .object({
      button: word,
      close: word,
      line: word,
      choose: word,
      number: word,
      numberHint: word,
      agreement: word,
      confirm: word,
      goOn: word,
      justChat: word,
      chatNote: word,
      nothingTicked: word,
      failed: word,
      lastStep: word,
      leaveAsIs: word,
      sendThis: word,
      openWhatsApp: word,
      otherDevice: word,
      done: word,
      doneText: word,
      trademark: word,
    })
    .meta({ description: "The widget's own words, in the language of the notice." }),
});

/** What the widget shows of a point. */
export const widgetViewAnswer = z.union([openPointAnswer, z.object({ state: z.enum(['paused', 'expired', 'full']) })]);

/** What a choice in the widget leads to. */
export const widgetAnswer = z.object({
  whatsappUrl: z.string().meta({ description: 'Opens the chat with the words ready to send.' }),
  statusUrl: z.string().optional().meta({ description: 'The page that shows whether the phone has confirmed.' }),
  words: z.string().optional().meta({ description: 'The message that the person will send.' }),
  from: z.string().optional().meta({ description: 'From which phone it must be sent, when a number was given.' }),
});

/** Whether the phone has confirmed a choice. */
export const widgetConfirmationAnswer = z.object({ state: z.enum(['waiting', 'confirmed']) });
