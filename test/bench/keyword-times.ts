import { matchKeyword } from '../../lambdas/domain/keywords/match-keyword.ts';
import { steady } from './compare.ts';

/** What hearing a text takes. */
export interface KeywordTime {
  readonly name: string;
  readonly reach: string;
  /** Of the best slice. */
  readonly microseconds: number;
}

const question = 'Hello, is my order on its way?';
const letter = `${'I ordered the blue lamp last week and would like to know when it comes, thank you. '.repeat(60)}`;
const slices = 12;

/** A question of 30 characters and a letter of 4,096, heard for words in 28 languages; neither says one. */
export async function keywordTimes(): Promise<readonly KeywordTime[]> {
  const texts = [
    { name: 'keywords, 30 characters', reach: '<= 20 us', text: question },
    { name: 'keywords, 4,096 characters', reach: '<= 600 us', text: letter.slice(0, 4096) },
  ];
  const times: KeywordTime[] = [];
  for (const { name, reach, text } of texts) {
    const heard = steady(() => matchKeyword(text));
    let best = Number.POSITIVE_INFINITY;
    for (let slice = 0; slice <= slices; slice += 1) {
      const { done, cpuMilliseconds } = await heard();
      best = Math.min(best, (cpuMilliseconds * 1000) / done);
    }
    times.push({ name, reach, microseconds: best });
  }
  return times;
}
