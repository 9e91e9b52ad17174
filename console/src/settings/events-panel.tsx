import type { App } from '../app-context.ts';
import type { Values } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { useWords } from '../words/use-words.ts';
import { Panel } from './panel.tsx';
import { useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const told = ['identifiers', 'messages'] as const;

const valuesOf = ({ events }: App): Values =>
  Object.fromEntries(told.map((each) => [`/events/${each}`, events?.[each] === true ? ticked : '']));

/** What events tell other systems besides ids. */
export function EventsPanel() {
  const t = useWords(settingsWords);
  const form = useSettings('events', valuesOf, (values) => ({
    events: Object.fromEntries(told.map((each) => [each, values[`/events/${each}`] === ticked])),
  }));
  return (
    <Panel title={t.events} does={t.eventsDo} form={form}>
      {told.map((each) => (
        <TickField
          key={each}
          form={form}
          pointer={`/events/${each}`}
          label={t.eventsTell[each]}
          hint={t.eventsTellDo[each]}
        />
      ))}
    </Panel>
  );
}
