import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it, test } from 'vitest';
import { asked, said, sayLanguage } from '../../../../lambdas/adapters/providers/twilio/twiml.ts';
import { languages } from '../../../../lambdas/domain/languages/language.ts';

/** The languages of `<Say>` as Twilio's own library has them. */
const types = createRequire(import.meta.url).resolve('twilio/lib/twiml/VoiceResponse.d.ts');
const sayType = /type SayLanguage = ([^;]+);/.exec(readFileSync(types, 'utf8'))?.[1] ?? '';
const known = new Set([...sayType.matchAll(/"([^"]+)"/g)].map(([, language = '']) => language));

describe('what Twilio says', () => {
  test.each([...languages, 'es-AR', 'pt-PT', 'ar-SA', 'ar-EG', 'en-ZA', 'fr-CA', 'sw', 'zz', 'id-ID'])(
    'in %s is said in a language that <Say> has',
    (locale) => {
      expect(known.size).toBeGreaterThan(30);
      expect(known).toContain(sayLanguage(locale));
    },
  );

  it('is said in the language of the text, English for one that we do not speak', () => {
    expect(['es', 'es-ES', 'es-AR', 'ar-SA', 'pt', 'pt-PT', 'sw'].map(sayLanguage)).toEqual([
      'es-MX',
      'es-ES',
      'es-MX',
      'ar-AE',
      'pt-BR',
      'pt-PT',
      'en-US',
    ]);
  });

  it('is XML, whatever stands in it', () => {
    const text = `a & b < c > d "e" 'f' \u0000\u0008\u{1f600} ]]> ${'\ud800'}`;
    expect(said(text, 'en')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Say language="en-US">a &amp; b &lt; c &gt; d &quot;e&quot; &apos;f&apos; \u{1f600} ]]&gt; \ufffd</Say><Hangup/></Response>',
    );
    expect(asked('x', 'en', 'https://a/?b=c&said="')).toContain('action="https://a/?b=c&amp;said=&quot;"');
  });
});
