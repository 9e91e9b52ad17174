import type { HumanWords } from '../topics/human.ts';

export const human: HumanWords = {
  button: 'Falar com alguém',
  wayToHuman: 'Para falar com uma pessoa, envie ATENDENTE.',
  handedOver: 'Certo. Uma pessoa da equipe de {business} vai escrever para você por aqui.',
  handedOverAway:
    'Certo. Uma pessoa da equipe de {business} vai escrever para você por aqui. Voltamos a atender: {when}',
  words: `atendente, agente, humano, humana, pessoa, operador, operadora, atendimento humano, pessoa real, um atendente, uma atendente,
    um agente, um humano, uma pessoa, uma pessoa real, consultor, consultora, vendedor, vendedora, falar com atendente`,
  phrases: {
    'falar-com-alguem':
      '(falar|conversar|me passa|me passe|me transfere|me transfira|me conecta|chamar)( (com|para|pra|a))? ((um|uma|o|a|algum|alguma|outro|outra) )?(atendente|agente|human[oa]|pessoa|operadora?|consultora?|vendedora?|alguém|ser humano|representante)( (human[oa]|real|de verdade))?',
  },
};
