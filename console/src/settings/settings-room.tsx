import { Page } from '../kit/page.tsx';
import { useWords } from '../words/use-words.ts';
import { CountriesPanel } from './countries-panel.tsx';
import { DoubleOptInPanel } from './double-opt-in-panel.tsx';
import { EventsPanel } from './events-panel.tsx';
import { NamesPanel } from './names-panel.tsx';
import { PurposesPanel } from './purposes-panel.tsx';
import { SmsPanel } from './sms-panel.tsx';
import { WhatsappPanel } from './whatsapp-panel.tsx';
import { settingsWords } from './words/settings-words.ts';

/** What the business decides, each with what it does. Every panel is saved by itself. */
export default function SettingsRoom() {
  const t = useWords(settingsWords);
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="settings-panels">
        <NamesPanel />
        <PurposesPanel />
        <DoubleOptInPanel />
        <WhatsappPanel />
        <SmsPanel />
        <EventsPanel />
        <CountriesPanel />
      </div>
    </Page>
  );
}
