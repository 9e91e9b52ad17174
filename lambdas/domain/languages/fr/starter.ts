import type { StarterWords } from '../topics/starter.ts';

/** "Par", "avec" and "à" stand before every name as they are; "de" and "que" would lean on its first letter ("d’Orange"). */
export const starter: StarterWords = {
  heading: (business) => `Restez en contact avec ${business} sur WhatsApp`,
  agreement: (business) =>
    `J’accepte de recevoir ces messages ({purposes}) envoyés par ${business} sur WhatsApp, à {number}.`,
  purposes: {
    marketing: 'offres et nouveautés',
    utility: 'suivi de commande',
    authentication: 'codes à usage unique',
  },
  benefits: (business) =>
    `Directement sur votre téléphone, et vous pouvez répondre à ${business} dans la même discussion.`,
  frequency: {
    marketing: 'Offres et nouveautés : quatre fois par mois au maximum.',
    utility: 'Suivi de commande : seulement quand votre commande avance.',
    authentication: 'Codes : seulement quand vous en demandez un.',
  },
  privacy: (business) =>
    `La politique de confidentialité publiée par ${business} dit qui nous sommes et comment nous joindre, ce que nous faisons de votre numéro, quels sont vos droits et où adresser une réclamation.`,
};
