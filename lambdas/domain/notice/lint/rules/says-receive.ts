import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * The agreement says that messages will come. Source: Meta, "Get opt-in for WhatsApp" ("clearly state that the person is opting
 * in to receive messages from the business"); DoubleTick ("receive [type-of-information] on WhatsApp at [number]").
 */
export const saysReceive = wordRule('says-receive', ['agreement'], ({ text }, words) =>
  findPhrase(text, words.receive) === undefined
    ? {
        severity: 'warning',
        detail: 'The agreement does not seem to say that the person will receive messages.',
        fix: 'Say it: “… to receive {purposes} …”.',
      }
    : undefined,
);
