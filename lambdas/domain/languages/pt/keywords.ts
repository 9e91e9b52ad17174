import type { Keywords } from '../topics/keywords.ts';

const things = '(mensagem|mensagens|msgs?|sms|notificacoes|whatsapps?|zap|spam|textos|emails)';
const offers =
  '(promocoes|promocao|promos?|propagandas?|publicidade|anuncios|ofertas?|descontos|campanhas|mensagens (promocionais|publicitarias|de (marketing|promocao|propaganda|ofertas))|marketing)';
const each = `(${offers}|${things})`;
const what = `${each}( (e|ou|nem) ${each})?`;
const more = '( (mais|essas?|estas?|esses?|suas?|as|os|de|nenhuma?|esse|tipo)){0,3}';
const list = '(listas?|cadastro|base|base de dados|grupo|contatos|sistema|lista de (contatos|transmissao|envio))';

/**
 * Sources: Sinch's WhatsApp opt-out page (parar, sair), Aivo help (cancelar, remover, descadastrar; voltar, cadastrar), opt-out
 * matchers in use ("parar promoções", "não quero receber"), DeskcommCRM PR 275 and 416 ("quero sair", "Remova meu contato"), Meta's
 * quick reply ("Parar promoções"); inflections are ours. "sair por favor" was unclear once (`maybe-stop.pt.sair-por-favor`).
 */
export const keywords: Keywords = {
  explicit: `
    descadastrar, descadastre-me, me descadastre, descadastro, desinscrever, sair da lista, me tira da lista,
    cancelar inscrição, me descadastra, quero sair da lista, desinscrever-me, me desinscreva, parar tudo, cancelar tudo, parar todas`,
  everyday:
    'sair, remover, chega, cancela, cancele, cancelem, encerrar, excluir, retirar, fim, desativar, parem, para com isso',
  maybe: `cancelar assinatura, não tenho interesse, sem interesse, não quero mais, não quero, me deixa em paz, me deixem em paz, não perturbe,
    não me interessa, sem interesse obrigado, sem sms, não sms, sem mensagens`,
  start: 'voltar, cadastrar',
  help: 'ajuda',
  preferences:
    'preferências, minhas preferências, mudar o que recebo, alterar o que recebo, mudar preferências, alterar preferências, mudar minhas preferências, mudar mensagens, mudar minhas mensagens, meus avisos, escolher mensagens',
  courtesies: `obrigado, obrigada, muito obrigado, olá, oi, bom dia, boa tarde, boa noite, por gentileza, pfv, pf, agora, já, favor, desculpe,
    tudo bem, oi tudo bem, imediatamente, grato, grata, senhor, senhora, valeu, por favor`,
  requests: `eu quero, quero, gostaria de, desejo, pode, podem, e, eu gostaria de, queria, preciso, posso, poderia, poderiam, solicito, peço, por favor, quero que me, quero que, favor, peço que, você pode, vocês podem`,
  greetings: 'olá, oi, bom dia, boa tarde, boa noite',
  tails: 'isso, isto, disso, daqui, desse grupo, deste grupo, do grupo, dessa lista',
  joiners: 'e, ou, nem, mensagens',
  reactions: 'gostou de, curtiu, amou, adorou, não gostou de, não curtiu, riu, riu de, enfatizou, questionou',
  things,
  offers,
  phrases: {
    'parar-de-enviar': `(pare|parem|para|parar|deixe|deixem|chega) de (me )?(enviar|mandar|enviarem|mandarem|escrever|contatar|incomodar|perturbar|encher)( me)?${more}( ${what})?`,
    'nao-enviar': `nao (me |nos )?(enviem?|envia|enviar|mandem?|manda|mandar|quero que me (enviem|mandem))( me)?${more} ${what}( (mais|para mim|pra mim|para este numero)){0,2}`,
    'nao-enviar-mais':
      'nao me (enviem?|envia|mandem?|manda|escrevam?|contatem?|contactem?|perturbem?|incomodem?|chamem?|escreva|contate) mais( nada)?',
    'nao-quero-mensagens': `nao (quero|desejo|queremos)( mais)?( receber| continuar recebendo)?( (mais|suas|essas|estas|as|nenhuma?)){0,2} ${what}( de voces)?( mais)?`,
    'parar-mensagens': `(parar|pare|parem|cancelar|cancele|chega de|stop|desativar)( (as|os|com|de|essas|essa|esses|suas)){0,2} ${what}`,
    'remova-me':
      '(me (remova|remove|retire|retira|tire|tira|exclua)|(remova|retire|tire|exclua) (me|meu numero))( (da|de|desta|dessa|sua|do)){0,2}( (lista|cadastro|base))?',
    'revogar-consentimento': '(revogo|retiro|revogar|retirar|cancelo)( o)?( meu)? (consentimento|autorizacao)',
    'nao-quero-receber-nada': 'nao (quero|desejo)( mais)? receber( mais)? nada( mais)?( de voces)?',
    'remova-meu-contato': `(me )?(remova|remove|removam|remover|retire|retirem|retirar|tire|tirem|tira|tirar|exclua|excluam|excluir|apague|apaguem|apagar|delete|deletem)( (o|a))? (me|meu (numero|contato|telefone|nome|whatsapp|cadastro))( (da|das|de|do|desta|dessa|deste|sua|seu|suas|dos)){0,2}( ${list})?`,
    'me-tire-da-lista': `me (exclui|tirem|tire|tira|removam|remova|retirem|retire|excluam|exclua|tirar|remover|excluir)( (da|de|do|desta|dessa|deste|desse|sua|seu)){0,2}( ${list})?`,
    'nao-escreva':
      'nao (me )?(escrevam?|escreva|contatem?|contate|perturbem?|incomodem?|chamem?|me contate)( mais| nunca mais)?',
    'parar-de-receber': `(parar de|deixar de|nao) receber( (as|mais|suas|todas|essas|estas|os|todos)){0,2} ${what}( de voces)?( mais)?`,
    'sem-promocoes': `(sem|nada de|nenhuma) (mais )?${offers}`,
  },
  maybePhrases: {
    'nao-quero-receber': 'nao (quero|desejo)( mais)? (receber|recebendo)',
    'quem-deu-meu-numero': '(quem deu|como (conseguiram|pegaram)|onde (conseguiram|pegaram)) (o )?meu (numero|contato)',
    'nao-mande': 'nao (me )?(mandem?|manda|enviem?|envia) mais',
    'numero-errado': `numero errado`,
  },
  harmless: ['nao me (mandem?|enviem?) mais (cobrancas|boletos|produtos|faturas)'],
  prefers: '(so|somente|apenas|melhor|prefiro|esta bem|ta bom|tudo bem|ok|pode|sim|basta|use|uso|tranquilo)',
};
