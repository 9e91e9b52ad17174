import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Talk to a person',
  wayToHuman: 'To talk to a person, send AGENT.',
  handedOver: 'Thanks. A person from {business} will write to you here.',
  handedOverAway: 'Thanks. A person from {business} will write to you here. We open again: {when}',
  words: `agent, human, operator, representative, advisor, adviser, person, live agent, live chat, real person, real human, human agent,
    an agent, a human, a person, a real person, someone, somebody, human please, customer service, customer support, customer care`,
  phrases: {
    'talk-to-a-person':
      '(talk|speak|chat|talking|speaking|connect me|transfer me|put me through|get me|give me|need|want)( (to|with))? ((a|an|the|your|some|any|one of your) )?((real|live|actual|human|support|customer service) )?(agents?|humans?|person|people|operator|representative|rep|advisor|adviser|someone|somebody|human being|staff|team)( (please|now|here))?',
  },
};
