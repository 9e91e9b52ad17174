import type { App } from '../app-context.ts';
import type { Values } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import { Panel } from './panel.tsx';
import { useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

/** What a business reports by itself; what is said on WhatsApp comes from the phone anyway. */
const reported = ['web-form', 'api', 'paper', 'point-of-sale', 'call-centre', 'import', 'ivr', 'email'] as const;

const valuesOf = ({ doubleOptIn }: App): Values =>
  Object.fromEntries(reported.map((each) => [`/doubleOptIn/${each}`, doubleOptIn.includes(each) ? ticked : '']));

/** Which opt-ins count only once the phone itself confirms. */
export function DoubleOptInPanel() {
  const t = useWords(settingsWords);
  const { sources } = useWords(vocabularyWords);
  const form = useSettings('double-opt-in', valuesOf, (values) => ({
    doubleOptIn: reported.filter((each) => values[`/doubleOptIn/${each}`] === ticked),
  }));
  return (
    <Panel title={t.doubleOptIn} does={t.doubleOptInDoes} form={form}>
      <div class="row-fields">
        {reported.map((each) => (
          <TickField form={form} key={each} pointer={`/doubleOptIn/${each}`} label={sources[each]} />
        ))}
      </div>
    </Panel>
  );
}
