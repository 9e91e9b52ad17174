import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Persönliche Hilfe',
  wayToHuman: 'Möchten Sie mit einem Menschen schreiben? Senden Sie MITARBEITER.',
  handedOver: 'Danke. Gleich schreibt Ihnen hier ein Mensch aus unserem Team ({business}).',
  handedOverAway: 'Danke. Hier schreibt Ihnen ein Mensch aus unserem Team ({business}). Wir sind wieder da: {when}',
  words: `mitarbeiter, mitarbeiterin, mensch, agent, berater, beraterin, person, ein mensch, einen menschen, ein mitarbeiter,
    einen mitarbeiter, eine person, echter mensch, echte person, einen berater, kundenservice, kundendienst, kundenbetreuung, persönliche Hilfe`,
  phrases: {
    'mit-mensch-sprechen':
      '((kann|darf|könnte) ich )?(gerne )?(mit )?((einem|einer|dem|der|jemandem|jemand|ihrem|ihrer) )?((echten|richtigen|menschlichen|realen) )?(menschen|mitarbeiter|mitarbeiterin|person|berater|beraterin|agenten|jemandem|jemand|kundenservice|kundendienst) (sprechen|reden|schreiben|chatten|verbinden|verbunden werden)',
  },
};
