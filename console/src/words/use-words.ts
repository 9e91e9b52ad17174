import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Speech, speechOf } from './speech.ts';
import type { Dictionary, Words } from './words.ts';

/** The language of the page, with the time zone of the business. */
export const SpeechContext = createContext<Speech>(speechOf('en', 'UTC'));

/** How the language of the page says numbers, times and counts. */
export const useSpeech = (): Speech => useContext(SpeechContext);

/** The words of a room, in the language of the page. */
export const useWords = <English>(dictionary: Dictionary<English>): Words<English> => dictionary[useSpeech().language];
