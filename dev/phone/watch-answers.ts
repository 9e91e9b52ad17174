import type { Feed } from '../live/feed.ts';
import type { Told } from '../live/happening.ts';
import { type FrontDoor, type KnownApp, knownApps } from '../outside-world/known-apps.ts';
import { type PhonePeople, type PhonePerson, waIdOf } from './people.ts';

/** One answer of "may I?" about somebody on the phone. */
export type KnownAnswer = Omit<Extract<Told, { kind: 'answer' }>, 'kind' | 'from'>;

/** The most questions of one call (`eligibility/bulk`). */
const mostQuestions = 100;

/** Whether the people of the phone may be written to: asked of the API itself whenever something happened that may change it. */
export interface AnswerWatch {
  /** Asks now, and tells the feed what changed. Never rejects: while the API does not answer, nothing is known. */
  look(): Promise<void>;
  of(personId: string): readonly KnownAnswer[];
  /** Looks on by itself, or only when it is asked to. */
  lookOn(isWanted: boolean): void;
  stop(): void;
}

export function watchAnswers(feed: Feed, door: () => FrontDoor, people: Pick<PhonePeople, 'all'>): AnswerWatch {
  let known = new Map<string, KnownAnswer>();
  let looking: Promise<void> = Promise.resolve();
  let isWaiting = false;
  // Until somebody wants to know: each look asks about everybody at every app, which would use up what the key may ask in a second.
  let isLookingOn = false;

  async function lookOnce(): Promise<void> {
    isWaiting = false;
    const found = new Map<string, KnownAnswer>();
    for (const app of await knownApps(door())) {
      for (const answer of await ask(app)) {
        found.set(`${answer.personId} ${answer.appId} ${answer.purpose} ${answer.message}`, answer);
      }
    }
    const before = known;
    // Known first: who is told of a change asks for it at once.
    known = found;
    for (const [key, answer] of found) {
      const from = before.get(key)?.to;
      if (from !== undefined && from !== answer.to) feed.add({ kind: 'answer', from, ...answer });
    }
  }

  async function ask({ appId, purposes }: KnownApp): Promise<KnownAnswer[]> {
    const [first] = purposes;
    if (first === undefined) return [];
    const questions = people.all().flatMap((person) => [
      ...purposes.map(({ purposeId }) => ({ person, purpose: purposeId, message: 'template' as const })),
      // The window knows no purpose.
      { person, purpose: first.purposeId, message: 'free-form' as const },
    ]);
    const answers: KnownAnswer[] = [];
    for (let start = 0; start < questions.length; start += mostQuestions) {
      const asked = questions.slice(start, start + mostQuestions);
      const bodies = await askBulk(appId, asked);
      for (const [index, { person, purpose, message }] of asked.entries()) {
        const body = bodies[index]?.body;
        if (body?.decision === undefined) continue;
        const { decision: to, reasons } = body;
        answers.push({ personId: person.personId, appId, purpose, message, to, reasons });
      }
    }
    return answers;
  }

  async function askBulk(
    appId: string,
    questions: readonly { readonly person: PhonePerson; readonly purpose: string; readonly message: string }[],
  ) {
    const { baseUrl, apiKey } = door();
    const response = await fetch(`${baseUrl}/v1/apps/${appId}/eligibility/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: questions.map(({ person, ...asked }) => ({ user: userOf(person), ...asked })) }),
    });
    const { data = [] } = (await response.json()) as {
      data?: readonly {
        readonly body?: { readonly decision?: 'allow' | 'deny'; readonly reasons: KnownAnswer['reasons'] };
      }[];
    };
    return data;
  }

  function look(): Promise<void> {
    isLookingOn = true;
    if (!isWaiting) {
      isWaiting = true;
      looking = looking.then(lookOnce).catch(() => undefined);
    }
    return looking;
  }

  const end = feed.listen(({ kind }) => {
    if (!isLookingOn) return;
    if (kind === 'ledger' || kind === 'window' || kind === 'clock') void look();
  });
  return {
    look,
    of: (personId) => [...known.values()].filter((answer) => answer.personId === personId),
    lookOn(isWanted) {
      isLookingOn = isWanted;
    },
    stop: end,
  };
}

/** As a business knows them. */
function userOf(person: PhonePerson): object {
  const waId = waIdOf(person);
  return person.username === undefined && waId !== undefined ? { waId } : { bsuid: person.bsuid };
}
