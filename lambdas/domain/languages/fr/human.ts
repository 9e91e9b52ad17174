import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Parler à quelqu’un',
  wayToHuman: 'Pour parler à une personne, envoyez CONSEILLER.',
  handedOver: 'Merci. Une personne de l’équipe va vous écrire ici ({business}).',
  handedOverAway: 'Merci. Une personne de l’équipe va vous écrire ici ({business}). Nous rouvrons : {when}',
  words: `conseiller, conseillère, agent, humain, humaine, personne, opérateur, opératrice, un conseiller, une conseillère, un agent,
    un humain, une personne, une vraie personne, un être humain, vraie personne, service client, service clients`,
  phrases: {
    'parler-a-quelquun':
      '(parler|discuter|échanger|passez moi|passez-moi|mettez moi en contact|être mis en relation)( (à|a|avec|au|en contact avec))? ((un|une|le|la|votre|votre service|quelque) )?((vrai|vraie) )?(conseill(er|ère)|agent|humaine?|personne|opérateur|opératrice|quelquun|être humain|service clients?)( (humaine?|réelle?))?',
  },
};
