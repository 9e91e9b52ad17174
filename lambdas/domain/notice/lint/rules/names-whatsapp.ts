import type { Found, LintRule } from '../rule.ts';

/** Also misspelt (another rule says so), and as Arabic and Hindi write it. */
const written = /what.{0,2}s.{0,2}app|وات ?س ?[اآ]ب|व्हाट्सएप|व्हाट्सऐप|व्हाट्सअप|वॉट्सऐप|वॉट्सएप|वाट्सएप|वाट्सऐप/i;

/**
 * The person learns that the messages come by WhatsApp. Strict: an error, and in the form its mark stands beside it. Meta itself
 * takes a general opt-in since November 2024, so under meta-minimum it is a warning. Source: Yellow.ai ("a visual element
 * displayed next to the name and logo of WhatsApp"); DoubleTick ("along with the WhatsApp logo and name"). Our own pages draw a mark.
 */
export const namesWhatsapp: LintRule = {
  name: 'names-whatsapp',
  check: ({ document, profile }) => {
    const severity = profile === 'strict' ? 'error' : 'warning';
    const said = (text: string, pointer: string): readonly Found[] =>
      written.test(text)
        ? []
        : [{ severity, pointer, detail: 'It is not said that the messages come by WhatsApp.', fix: 'Name WhatsApp.' }];
    if (document.kind === 'template') return [];
    if (document.kind === 'notice') {
      return document.texts.flatMap(({ agreement }, at) => said(agreement, `/texts/${at}/agreement`));
    }
    const words = [document.text, ...document.fields.map(({ label }) => label)].join('\n');
    const mark: readonly Found[] = document.showsWhatsappMark
      ? []
      : [
          {
            severity,
            pointer: '/showsWhatsappMark',
            detail: 'The mark of WhatsApp does not stand beside its name.',
            fix: 'Show the logo of WhatsApp beside the words, as its brand guidelines have it.',
          },
        ];
    return [...said(words, '/text'), ...mark];
  },
};
