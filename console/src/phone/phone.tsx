import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { useSearch } from 'wouter';
import { type App, useApp } from '../app-context.ts';
import { kept, useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Chat } from './chat.tsx';
import { ClockControl } from './clock-control.tsx';
import { Feed } from './feed.tsx';
import type { Happening } from './happening.ts';
import { type LocalState, local, type PhonePerson } from './local.ts';
import { NewPerson } from './new-person.tsx';
import type { PhoneApp } from './phone-app.ts';
import { useFeed } from './use-feed.ts';
import { phoneWords } from './words/phone-words.ts';

const place = 'optledger-phone-person';
/** Whose phone is in the hand, until this tab is closed: pages that are opened in between do not change hands. */
const chosen = kept<string>(sessionStorage.getItem(place) ?? '', (personId) => sessionStorage.setItem(place, personId));

const hasNumber = (app: App): app is PhoneApp => app.whatsapp !== undefined;

/** A phone and, beside it, everything that what it does comes to. */
export default function Phone() {
  const t = useWords(phoneWords);
  const app = useApp();
  const queries = useQueryClient();
  const state = useQuery({ queryKey: ['local', 'state'], queryFn: local.state });
  const happenings = useFeed(state.data?.last, ({ kind }) => {
    // What other rooms have read is older than this: whoever goes there from a STOP must not see the yes before it.
    void queries.invalidateQueries({ refetchType: 'none' });
    if (kind === 'said' || kind === 'sent' || kind === 'answer' || kind === 'clock')
      void queries.invalidateQueries({ queryKey: ['local'] });
  });
  return (
    <Page title={t.title} lead={t.lead} act={<ClockControl state={state.data} />}>
      {hasNumber(app) ? (
        <Loaded of={state} lines={8}>
          {(data) => <Beside app={app} state={data} happenings={happenings} />}
        </Loaded>
      ) : (
        <Empty title={t.noNumber} why={t.noNumberWhy} />
      )}
    </Page>
  );
}

/** Phone and feed; on a narrow screen one of them, behind two tabs. */
function Beside({
  app,
  state: { people, offsetMs },
  happenings,
}: {
  readonly app: PhoneApp;
  readonly state: LocalState;
  readonly happenings: readonly Happening[];
}) {
  const t = useWords(phoneWords);
  const ready = new URLSearchParams(useSearch()).get('text') ?? '';
  const [part, setPart] = useState<'phone' | 'feed'>('phone');
  const personId = useKept(chosen);
  const person = people.find((each) => each.personId === personId) ?? people[0];
  return (
    <>
      <div class="phone-parts">
        {(['phone', 'feed'] as const).map((each) => (
          <button type="button" key={each} class="button" aria-pressed={part === each} onClick={() => setPart(each)}>
            {t.parts[each]}
          </button>
        ))}
      </div>
      <div class={`phone-beside shows-${part}`}>
        <div class="phone-side">
          <div class="phone-choice">
            <label>
              <span>{t.person}</span>
              <select value={person?.personId} onChange={({ currentTarget }) => chosen.write(currentTarget.value)}>
                {people.map((each) => (
                  <option key={each.personId} value={each.personId}>
                    {each.name} · {identifierOf(each)}
                  </option>
                ))}
              </select>
            </label>
            <NewPerson added={chosen.write} />
            {person !== undefined && (
              <p class="small">
                {fill(person.username === undefined ? t.sees : t.seesNoNumber, { name: identifierOf(person) })}
              </p>
            )}
          </div>
          {person !== undefined && (
            <Chat key={person.personId} app={app} personId={person.personId} ready={ready} offsetMs={offsetMs} />
          )}
        </div>
        <Feed happenings={happenings} app={app} people={people} />
      </div>
    </>
  );
}

/** As the business knows them; a number is written from left to right in every language. */
const identifierOf = ({ username, numbers }: PhonePerson): string =>
  `\u2066${username === undefined ? `+${numbers.at(-1)?.waId ?? ''}` : `@${username}`}\u2069`;
