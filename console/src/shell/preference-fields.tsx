import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { session, signOut } from '../session/session.ts';
import { sessionWords } from '../session/words/session-words.ts';
import { languageNames, languages } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import { language, theme, themes } from './preferences.ts';
import { shellWords } from './words/shell-words.ts';

/** Language, light or dark, and the way out. */
export function Preferences() {
  const t = useWords(shellWords);
  const spoken = useKept(language);
  const look = useKept(theme);
  const { roles } = useWords(sessionWords);
  const { state, ...rest } = useKept(session);
  const { name, role } = ('identity' in rest ? rest.identity : undefined) ?? {};
  return (
    <div class="preferences">
      <label>
        <span>{t.language}</span>
        <select
          value={spoken}
          onChange={({ currentTarget: { value } }) => language.write(languages.find((each) => each === value) ?? 'en')}
        >
          {languages.map((each) => (
            <option key={each} value={each} lang={each}>
              {languageNames[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.look}</span>
        <select
          value={look}
          onChange={({ currentTarget: { value } }) => theme.write(themes.find((each) => each === value) ?? 'system')}
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {t.themes[each]}
            </option>
          ))}
        </select>
      </label>
      {name !== undefined && (
        <p class="small who">
          <bdi>{name}</bdi>
          {role !== undefined && ` · ${roles[role]}`}
        </p>
      )}
      {state !== 'none' && (
        <Button look="quiet" onClick={signOut}>
          {t.signOut}
        </Button>
      )}
    </div>
  );
}
