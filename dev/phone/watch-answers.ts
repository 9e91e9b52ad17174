import type { Feed } from '../live/feed.ts';
import type { Told } from '../live/happening.ts';
import { type FrontDoor, type KnownApp, knownApps } from '../outside-world/known-apps.ts';
import { type PhonePeople, type PhonePerson, waIdOf } from './people.ts';

/** One answer of "may I?" about somebody on the phone. */
export type KnownAnswer = Omit<Extract<Told, { kind: 'answer' }>, 'kind' | 'from'>;

interface Question extends Pick<KnownAnswer, 'personId' | 'purpose' | 'message'> {
  readonly user: object;
}

/** The most questions of one call (`eligibility/bulk`). */
const mostQuestions = 100;

/** Whether the people of the phone may be written to: asked of the API itself whenever something happened that may change it. */
export interface AnswerWatch {
  /**
   * Asks now what may have changed, tells the feed what did, and looks on by itself from then on. Never rejects: while the API does
   * not answer, nothing is known.
   */
  look(): Promise<void>;
  of(personId: string): readonly KnownAnswer[];
  /** Looks on by itself, or only when it is asked to. */
  lookOn(isWanted: boolean): void;
  /** Resolves when nothing is being asked. */
  settled(): Promise<void>;
  stop(): void;
}

export function watchAnswers(feed: Feed, door: () => FrontDoor, people: Pick<PhonePeople, 'all'>): AnswerWatch {
  let known = new Map<string, KnownAnswer>();
  /** By app, what was asked, of whom. An app that something happened at is asked anew; the others answer as they did. */
  const asked = new Map<string, string>();
  let looking: Promise<void> = Promise.resolve();
  let isWaiting = false;
  // Only once somebody wants to know.
  let isLookingOn = false;

  async function lookOnce(): Promise<void> {
    isWaiting = false;
    const found = new Map(known);
    for (const app of await knownApps(door())) {
      const questions = questionsAt(app);
      const what = JSON.stringify(questions);
      if (asked.get(app.appId) === what) continue;
      // Before it is asked: what happens meanwhile is asked again.
      asked.set(app.appId, what);
      try {
        for (const answer of await ask(app.appId, questions)) {
          found.set(`${answer.personId} ${answer.appId} ${answer.purpose} ${answer.message}`, answer);
        }
      } catch {
        asked.delete(app.appId);
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

  function questionsAt({ purposes: [first, ...others] }: KnownApp): readonly Question[] {
    if (first === undefined) return [];
    return people.all().flatMap((person) => [
      ...[first, ...others].map(({ purposeId }) => question(person, purposeId, 'template')),
      // The window knows no purpose.
      question(person, first.purposeId, 'free-form'),
    ]);
  }

  /** @throws Error where a part of the answers is missing */
  async function ask(appId: string, questions: readonly Question[]): Promise<readonly KnownAnswer[]> {
    const answers: KnownAnswer[] = [];
    for (let start = 0; start < questions.length; start += mostQuestions) {
      const some = questions.slice(start, start + mostQuestions);
      const bodies = await askBulk(
        appId,
        some.map(({ personId, ...item }) => item),
      );
      for (const [index, { personId, purpose, message }] of some.entries()) {
        const { decision: to, reasons = [] } = bodies[index]?.body ?? {};
        if (to !== undefined) answers.push({ personId, appId, purpose, message, to, reasons });
      }
    }
    return answers;
  }

  async function askBulk(appId: string, items: readonly Omit<Question, 'personId'>[]) {
    const { baseUrl, apiKey } = door();
    const response = await fetch(`${baseUrl}/v1/apps/${appId}/eligibility/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
    if (!response.ok) throw new Error(`eligibility/bulk answered ${response.status}`);
    const { data } = (await response.json()) as {
      data: readonly {
        readonly body?: Partial<Pick<KnownAnswer, 'reasons'>> & { readonly decision?: 'allow' | 'deny' };
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

  const end = feed.listen((told) => {
    if (told.kind === 'clock') asked.clear();
    else if (told.kind === 'ledger' || told.kind === 'window') asked.delete(told.appId);
    else return;
    if (isLookingOn) void look();
  });
  return {
    look,
    of: (personId) => [...known.values()].filter((answer) => answer.personId === personId),
    lookOn(isWanted) {
      isLookingOn = isWanted;
    },
    settled: () => looking,
    stop: end,
  };
}

/** Somebody as a business knows them, and what it asks. */
function question(person: PhonePerson, purpose: string, message: Question['message']) {
  const waId = waIdOf(person);
  const user = person.username === undefined && waId !== undefined ? { waId } : { bsuid: person.bsuid };
  return { personId: person.personId, user, purpose, message };
}
