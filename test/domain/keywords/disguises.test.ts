import { describe } from 'vitest';
import { expectAnswers } from './answers.ts';

describe('punctuation, emoji and invisible characters around a keyword', () => {
  expectAnswers([
    ['STOP.', 'stop.en.stop'],
    ['stop. ', 'stop.en.stop'],
    ['Stop!', 'stop.en.stop'],
    ['Stop?', 'stop.en.stop'],
    ['STOP!!!!', 'stop.en.stop'],
    ['/stop', 'stop.en.stop'],
    ['#STOP', 'stop.en.stop'],
    ['*STOP*', 'stop.en.stop'],
    ['"STOP"', 'stop.en.stop'],
    ['“STOP”', 'stop.en.stop'],
    ["'stop'", 'stop.en.stop'],
    ['(stop)', 'stop.en.stop'],
    ['  stop\n', 'stop.en.stop'],
    ['\tSTOP\r\n', 'stop.en.stop'],
    ['🛑 STOP 🛑', 'stop.en.stop'],
    ['STOP🙏🏽', 'stop.en.stop'],
    ['STOP ❤️', 'stop.en.stop'],
    ['¡ALTO!', 'stop.es.alto'],
    ['¿Baja?', 'stop.es.baja'],
    ['«СТОП»', 'stop.ru.стоп'],
    ['\u200bSTOP\u200b', 'stop.en.stop'],
    ['ST\u200bOP', 'stop.en.stop'],
    ['S\u00adTOP', 'stop.en.stop'],
    ['\ufeffSTOP', 'stop.en.stop'],
    ['\u202eSTOP\u202c', 'stop.en.stop'],
    ['\u2068STOP\u2069', 'stop.en.stop'],
    ['\u200fتوقف\u200f', 'stop.ar.توقف'],
    ['\u0000STOP\u0000', 'stop.en.stop'],
    ['STOP\u00a0', 'stop.en.stop'],
    ['opt—out', 'stop.en.opt-out'],
    ['S.T.O.P', 'stop.en.s-t-o-p'],
    ['S T O P', 'stop.en.s-t-o-p'],
    ['stop stop STOP', 'stop.en.stop'],
    ['STOP_ALL', 'stop.en.stop-all'],
  ]);
});

describe('other forms of the same letters', () => {
  expectAnswers([
    ['ＳＴＯＰ', 'stop.en.stop'],
    ['ｓｔｏｐ．', 'stop.en.stop'],
    ['𝐒𝐓𝐎𝐏', 'stop.en.stop'],
    ['ⓢⓣⓞⓟ', 'stop.en.stop'],
    ['ꜱᴛᴏᴘ', 'stop.en.stop'],
    ['ŜTÖP', 'stop.en.stop'],
    ['s̷t̷o̷p̷', 'stop.en.stop'],
    ['S\u0301T\u0302O\u0303P\u0304', 'stop.en.stop'],
    ['STОP', 'stop.en.stop'],
    ['SТОР', 'stop.en.stop'],
    ['ЅТОР', 'stop.en.stop'],
    ['STΟP', 'stop.en.stop'],
    ['please SТОР', 'stop.en.stop'],
    ['how do I SТОР this', 'maybe-stop.en.stop'],
    ['ST0P', 'stop.en.stop'],
    ['5TOP', 'stop.en.stop'],
    ['саncel', 'stop.en.cancel'],
    ['STOOOOP', 'stop.en.stop'],
    ['stoppppp', 'stop.en.stop'],
    ['SSTOP', 'stop.en.stop'],
    ['ｽﾄｯﾌﾟ', 'stop.ja.ストップ'],
    ['スト\u30c3フ\u309a', 'stop.ja.ストップ'],
    ['중지'.normalize('NFD'), 'stop.ko.중지'],
    ['arre\u0302t', 'stop.fr.arret'],
    ['dừng'.normalize('NFD'), 'stop.vi.dưng'],
    ['stpo', 'maybe-stop.en.stpo'],
    ['sotp', 'maybe-stop.en.sotp'],
  ]);
});

describe('what only looks like START opts nobody in', () => {
  expectAnswers([
    ['SТАRТ', 'none'],
    ['5TART', 'none'],
    ['STAAART', 'none'],
    ['please start', 'none'],
    ['start now', 'none'],
    ['START again tomorrow?', 'none'],
    ['UNSTOP my account', 'none'],
    ['ＳＴＡＲＴ', 'start.en.start'],
    ['start!', 'start.en.start'],
  ]);
});

describe('words of ours that come back', () => {
  expectAnswers([
    ['Liked “Reply STOP to opt out”', 'none'],
    ['Loved “STOP”', 'none'],
    ['Liked "STOP"', 'none'],
    ['Emphasized “Acme: 20% off. Text STOP to stop.”', 'none'],
    ['Laughed at “Reply STOP to unsubscribe…”', 'none'],
    ['Questioned “Reply STOP to unsubscribe”', 'none'],
    ['Disliked “Reply STOP to unsubscribe” ', 'none'],
    ['Removed a like from “Reply STOP to unsubscribe”', 'none'],
    ['Reacted 👍 to “Reply STOP to unsubscribe”', 'none'],
    ['Le gustó “Responde STOP para salir”', 'none'],
    ['Le encantó «STOP»', 'none'],
    ['Gostou de “Responda STOP para sair”', 'none'],
    ['Não gostou de "STOP"', 'none'],
    ['A aimé « Répondez STOP »', 'none'],
    ['N’a pas aimé « STOP »', 'none'],
    ['Gefällt „STOP zum Abmelden“', 'none'],
    ['Lacht über „STOP“', 'none'],
    ['> Reply STOP to unsubscribe', 'none'],
    ['> Reply STOP to unsubscribe\nthanks, great offer', 'none'],
    ['> Reply STOP to unsubscribe\nSTOP', 'stop.en.stop'],
    ['＞STOP', 'none'],
    // Quotes alone are no reaction: somebody may set their own word in quotes.
    ['I liked it. “STOP”', 'maybe-stop.en.stop'],
    ['Liked it but STOP', 'maybe-stop.en.stop'],
  ]);
});
