import { kept } from '../kept.ts';
import { chooseLanguage, type Language, languages } from '../words/language.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What this browser remembers of its user. A browser that keeps nothing is one with the usual choices. */
function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private windows keep nothing.
  }
}

const givenLanguage = languages.find((each) => each === remembered('language'));
const givenTheme = themes.find((each) => each === remembered('theme'));

export const language = kept<Language>(givenLanguage ?? chooseLanguage(navigator.languages), (value) =>
  remember('language', value),
);

export const theme = kept<Theme>(givenTheme ?? 'system', (value) => remember('theme', value));

/** The business that was looked at last. */
export const lastApp = {
  read: (): string | undefined => remembered('app') ?? undefined,
  write: (appId: string): void => remember('app', appId),
};
