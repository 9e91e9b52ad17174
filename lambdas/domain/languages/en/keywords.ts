import type { Keywords } from '../topics/keywords.ts';

const things =
  '(messages?|msgs?|texts?|text messages?|sms|whatsapps?|whatsapp messages?|spam|notifications?|newsletters?|alerts|updates|communications?)';
const offers =
  '(ads|adverts|advertising|advertisements?|promos?|promotions?|promotional (messages?|msgs?|texts?|offers|content|stuff)|marketing( (messages?|msgs?|texts?|content|communications?|stuff))?|offers|deals|discounts|campaigns)';
const each = `(${offers}|${things})`;
const what = `${each}( (and|or) ${each})?`;
const contact =
  '(message|text|contact|msg|sms|whatsapp|spam|disturb|bother|write|write to|reach out to|send (messages|texts) to)';
const contacting =
  '(sending|texting|messaging|contacting|spamming|bothering|whatsapping|disturbing|harassing|writing to|writing)';
const me = '(me|us|this number|my number|my phone)';
const ever = '( again| anymore| any more| any longer| ever| ever again| in the future){0,2}';
const lists =
  '(lists?|mailing lists?|contact lists?|marketing lists?|database|contacts|system|marketing|records|group|distribution list)';

/**
 * Sources: 47 CFR 64.1200(a)(10) (stop, quit, end, revoke, opt out, cancel, unsubscribe; any reasonable wording counts), Twilio default
 * keywords (STOPALL, OPTOUT, START, UNSTOP, HELP, INFO), AWS End User Messaging SMS opt-out keywords (REMOVE, TD), Telnyx (STOP ALL),
 * Salesforce (TERMINATE), Adobe Journey Optimizer (SUBSCRIBE, RESUME, BEGIN), Meta's templates ("Stop promotions"); texts quoted in US
 * court decisions on revocation; reports of Spoke (1016, 2184: "stop2quit", "take my contact info off"). Misspellings are ours.
 * YES, CONTINUE, OK are no START on purpose: they mean something only as the answer to a question.
 */
export const keywords: Keywords = {
  explicit: 'unsubscribe, unsub, unsuscribe, unsubcribe, un subscribe, optout, opt out, opt me out, stopall, stop all',
  stop: 'stop, s t o p, stop everything',
  everyday: `cancel, end, quit, revoke, remove, terminate, td, exit, delete, cease, discontinue`,
  maybe: `stpo, sotp, stp, st op, s top, cancel subscription, cancel my subscription, not interested, go away, enough, stop2quit,
    stop2end, stop2cancel, stop2stop, quit2stop, no more, no marketing, i want out, i want off, i am done, im done, fuck off, piss off, get lost, end subscription, no messages, no texts, no sms, no ads, no promos, no promo, no spam, no promotions, no offers, no whatsapp, cancel all, end all, cease and desist, i dont want this, i dont want these, dont want this, i dont want this anymore, i dont want these anymore, stop receiving`,
  start: 'start, unstop, subscribe, resume, begin',
  help: 'help, info',
  preferences:
    'preferences, my preferences, preference, change what i get, change my preferences, change preferences, manage preferences, message preferences, manage my messages, change my messages, choose my messages, what do i get, message settings, settings',
  courtesies: `please, pls, plz, please just, just, kindly, thanks, thank you, thx, now, immediately, at once, hi, hello, hey, ok, okay,
    sorry, sir, madam, guys, good morning, good afternoon, good evening, dear sir, dear madam, hi there, hello there, thanks a lot,
    many thanks, right now, asap, thank you very much, cheers, ty, hi team, hello team, no thank you, no thanks`,
  requests: `can you, could you, would you, will you, i want you to, i need you to, i want to, i would like to, i’d like to, i wish to, i would like you to, i’d like you to, you need to, you must, i asked you to, and, can i, could i, may i, i wanna, i need to, let me, please do, i hereby, i want my number to be, you guys need to, and please`,
  greetings: 'hi, hello, hey, dear, good morning, good afternoon, good evening',
  tails: 'this, it, that, from this, of this, please do, of this group, this group',
  joiners: 'and, or, nor, also, by, via, per, on, no, any, the, message, messages, text, texts',
  reactions:
    'liked, loved, disliked, laughed at, emphasized, emphasised, questioned, removed a like from, removed a heart from, removed a dislike from, removed a laugh from, removed an exclamation from, removed a question mark from',
  things,
  offers,
  phrases: {
    'stop-messages': `stop( (all|any|the|these|those|this|your|more|sending|with|receiving|getting)){0,3} ${what}( to me| to this number| from you)?`,
    'no-more-messages': `no more( (of|these|of these|of your|such)){0,2} ${what}( from you)?`,
    'stop-sending-messages': `(stop|quit|cease) ${contacting}( to)?( ${me})?( to ${me})?( (these|those|your|all|any|more)){0,2}( ${what})?${ever}`,
    'do-not-message': `(dont|do not|never) (ever )?${contact} ${me}${ever}`,
    'do-not-send': `(dont|do not|never|stop to) (ever )?send( me| us)?( (any|more|further|your|these|such|those)){0,3} ${what}( to me)?${ever}`,
    'no-wish': `(i )?(dont|do not|no longer) (want|wish|need)( to)?( receive| get| keep receiving| keep getting)?( (any|more|your|these|such|further)){0,2} ${what}( from you)?( anymore| any more| any longer)?`,
    'do-not-hear':
      '(i )?(dont|do not|no longer) (want|wish) to (hear from|be contacted by|be messaged by) you( again| anymore)?',
    'unsubscribe-me': `(unsubscribe|unsub|unsuscribe|opt out)( (me|us|my number|this number))?( (me|us|now|from all|from everything|from this|from your list|from this list|of this list|from these messages|from all messages|from|of))( (all|any|your|these|the)){0,2}( ${what})?`,
    'remove-me': `(remove|delete|erase) (me|us|my number|this number|my phone number|my contact|my name|my details|my info|my information|my data|my contact (info|details|information))( (from|off)( (the|your|this|all|any|of)){0,2} ${lists})?`,
    'take-me-off': `(take|get) (me|us|my number|this number|my name|my contact|my contact (info|details|information)|my info) (off|out)( of)?( (the|your|this|all|any)){0,2}( ${lists})?`,
    'revoke-consent': `(i )?(revoke|withdraw|retract|cancel)( my)? (consent|permission|opt in|optin|authorization|authorisation)( to (be (contacted|texted|messaged)|receive|get|contact me|message me|text me)( (any|your|these|further)){0,2}( ${what})?( from you)?)?`,
    'leave-me-alone': '(leave me alone|lose my number)',
    'do-not-contact': `(dont|do not|never) (contact|message|text|spam)( ${me})?${ever}`,
    'do-not-want-these': `((i|ive|i have) )?(changed my mind (and |so )?)?(i )?(dont|do not|no longer) (want|wish)( to)? (receive|get|keep getting|keep receiving)( (these|this|them|those|anything|any of these))( from you)?( anymore| any more| any longer)?`,
    'stop-this': 'stop (contacting|texting|messaging|sending)( (this|these|that|to this number))?',
    'off-your-list': '(off|out of) (your|the|this) (list|lists|mailing list|contact list)',
    'end-messages': `(end|cancel|discontinue|cease|terminate|halt)( (all|any|the|these|those|this|your|my|further)){0,2} ${what}( to me| to this number| from you)?`,
    'be-removed': `(to )?be (removed|taken off|deleted|unsubscribed|opted out)( (from|of|off)( (your|the|this|all|any)){0,2}( ${lists})?)?`,
  },
  maybePhrases: {
    'do-not-want': `(dont|do not|no longer) (want|wish) to (receive|be (contacted|messaged|texted|on|in|part))`,
    'no-further': `(do not|dont|no) (send )?(any )?further`,
    'who-gave-my-number': `(who gave you|how did you get|where did you get) my number`,
    'never-signed-up': `(i )?(never|didnt|did not) (sign(ed)? up|subscribed?|opt(ed)? in)( for)?`,
    'block-report': `(i will|ill|im going to) (block|report) (you|this)`,
    'stop-glued':
      '(pls|plz|please)?stop(now|please|pls|plz|it|this|me|sms|texts?|texting|messages?|msgs?|sending|spam|ads?|promos?|promotions?)',
    'remove-from': `(remove|delete|take) (me|us|my (number|name|info|contact|contact info|contact details|details))`,
    'wrong-number': `wrong number`,
  },
  harmless: [
    // A wish for the contrary.
    '(?<! (?:you|they|u) )(dont|do not) (ever |you ever |want to |want you to |have to )?(stop|unsubscribe|opt out|unsub)( (sending|texting|messaging|me|all|messages))?',
    '(dont|do not) (remove|delete) (me|my number|us)',
    `(cant|cannot|can not|couldnt|wont|will not|wouldnt|didnt|doesnt|never|nothing can|nobody can) (ever )?stop(?! (sending|texting|messaging|contacting|spamming|bothering|these|those|your|getting|receiving|this|messages|texts|msgs))`,
    '(did|didnt|have|why) (you |it |they )stop',
    '(you|they|she|he|we) (dont|do not|never) (ever )?(message|text|contact|send) (me|us)',
    '(you|they|she|he|we) (dont|do not) send',
    'do not (contact|send)( us| me)? (until|unless|before|if|the)',
    // Going somewhere.
    'stop (by|over|off|in at|at|near|for (lunch|dinner|coffee|gas|petrol|a))(?! (once|any time))',
    '(bus|train|tram|metro|taxi|truck|rest|pit|next|last|first|final|second|whistle|short) stop',
    'a stop(?! to)',
    '(shop|store|station|hotel|house|airport) stop',
    // Fixed expressions.
    '(non|one|full|door|short) stop',
    'nonstop',
    'stop (the|my|this|our) (order|delivery|shipment|parcel|package|payment|music|car|video|transaction|bus|train)',
    'stop (sign|signs|light|lights|watch|loss|motion|press|gap|shop)',
    'stop (working|raining|worrying|laughing|crying|smiling|thinking|loving|smoking|eating|playing)',
  ],
  prefers: '(only|just|rather|prefer|instead|fine|ok|okay|better|good|works|use|yes|please|keep|great|best|enough)',
};
