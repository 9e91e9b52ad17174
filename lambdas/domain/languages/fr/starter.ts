import type { StarterWords } from '../topics/starter.ts';

/** "de Acme" is fine, "de Orange" is not. An H may be either; "de" is the safer of the two. */
const of = (business: string) => (/^[aeiouyàâäæéèêëîïôöœùûü]/i.test(business) ? `d’${business}` : `de ${business}`);

export const starter: StarterWords = {
  heading: (business) => `Les messages ${of(business)} sur WhatsApp`,
  agreement: (business) =>
    `J’accepte de recevoir de la part ${of(business)}, sur WhatsApp à {number}, les messages suivants : {purposes}.`,
  purposes: {
    marketing: 'offres et nouveautés',
    utility: 'suivi des commandes',
    authentication: 'codes à usage unique',
  },
  benefits: (business) =>
    `Ce que vous choisissez arrive dans la messagerie que vous utilisez déjà, et vous pouvez y répondre directement à ${business}.`,
  frequency: {
    marketing: 'Les offres et nouveautés arrivent au plus quatre fois par mois.',
    utility: 'Le suivi des commandes n’arrive que lorsqu’une commande avance.',
    authentication: 'Les codes n’arrivent que lorsque vous en demandez un.',
  },
  privacy: (business) =>
    `La politique de confidentialité ${of(business)} dit qui nous sommes et comment nous joindre, ce que nous faisons de votre numéro, quels sont vos droits et où adresser une réclamation.`,
};
