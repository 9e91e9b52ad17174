import { wordsOf } from './rule-id.ts';

/** Words of greeting and politeness that change nothing about what is asked. */
const courtesies = wordsOf(`
  please, pls, plz, please just, just, kindly, thanks, thank you, thx, now, immediately, at once, hi, hello, hey, ok, okay, sorry,
  sir, madam, guys, good morning, por favor, porfavor, porfa, gracias, hola, ya, buenos días, obrigado, obrigada, olá, oi, bom dia,
  svp, s’il vous plaît, s’il te plaît, stp, merci, bonjour, bitte, danke, hallo, sofort, jetzt, per favore, per cortesia, grazie,
  ciao, buongiorno, प्लीज, कृपया, من فضلك, لو سمحت, رجاء, شكرا, tolong, mohon, пожалуйста, спасибо, lütfen, teşekkürler,
  בבקשה, תודה, proszę, dziękuję, παρακαλώ, 请, 請, vennligst, takk`);

/** How a request begins; what follows is what the person wants. */
const requests = wordsOf(`
  can you, could you, would you, will you, i want you to, i need you to, i want to, i would like to, i’d like to, i wish to,
  i would like you to, i’d like you to, you need to, you must, i asked you to, and, quiero que me, quiero, quisiera, deseo,
  me gustaría, puede, pueden, podría, podrían, solicito, eu quero, quero, gostaria de, desejo, pode, podem, je veux, je voudrais,
  je souhaite, veuillez, pouvez-vous, merci de, ich möchte mich, ich will mich, ich möchte, ich will, können Sie, voglio, vorrei,
  desidero, potete, хочу, прошу`);

const beginningsOfRequests = [...courtesies, ...requests];

/** A message longer than this is no bare keyword with a greeting, so it is left as it is. */
const longestRequest = 200;

/** Normalised text without courtesies at its ends; a word said several times over ("stop stop stop") counts once. */
export function withoutCourtesies(normalised: string): string {
  const bare = trimmed(normalised, courtesies);
  const words = new Set(bare.split(' '));
  return words.size === 1 ? [...words].join('') : bare;
}

/** Normalised text without courtesies at its ends and without the beginning of a request ("can you please", "I want to"). */
export function withoutRequest(normalised: string): string {
  return trimmed(normalised, beginningsOfRequests);
}

function trimmed(text: string, beginnings: readonly string[]): string {
  if (text.length > longestRequest) return text;
  let rest = text;
  for (let before = ''; rest !== before; ) {
    before = rest;
    for (const beginning of beginnings) if (rest.startsWith(`${beginning} `)) rest = rest.slice(beginning.length + 1);
    for (const end of courtesies) if (rest.endsWith(` ${end}`)) rest = rest.slice(0, -end.length - 1);
  }
  return rest;
}
