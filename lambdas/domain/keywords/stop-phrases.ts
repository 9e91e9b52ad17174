import type { Language } from './languages.ts';

/**
 * Ways of saying "end the messages" in a sentence, by the name that ends the rule id. A phrase is a regular expression over normalised
 * words (no accents, no apostrophes, single blanks), without anchors. Optional words carry their blank: `stop( all)? messages`.
 * Nothing unbounded is repeated, so that no text can make matching slow.
 */
export interface StopPhrases {
  readonly language: Language;
  readonly phrases: Readonly<Record<string, string>>;
}

/** What is to end, by language. */
const en =
  '(messages?|msgs?|texts?|text messages?|sms|whatsapps?|ads|adverts|promos?|promotions?|promotional messages?|marketing|marketing messages?|offers|spam|notifications?|newsletters?|alerts)';
const es = '(mensajes?|sms|textos?|promociones|promos?|publicidad|notificaciones|anuncios|ofertas|whatsapps?|spam)';
const pt =
  '(mensagem|mensagens|sms|promocoes|promos?|propagandas?|publicidade|notificacoes|anuncios|ofertas|whatsapps?|spam)';
const fr = '(messages?|sms|textos?|promotions?|promos?|pubs?|publicites?|notifications?|offres|communications|spam)';
const de =
  '(nachrichten?|sms|werbung|werbenachrichten|newsletter|angebote|mitteilungen|benachrichtigungen|whatsapp nachrichten|promotions|aktionen|spam)';
const it = '(messaggi|messaggio|sms|promozioni|promo|pubblicita|notifiche|offerte|comunicazioni|spam)';

/**
 * Any reasonable wording counts (47 CFR 64.1200(a)(10)); the wordings are ours, after the contact-revocation phrases of opt-out
 * matchers in use.
 */
export const stopPhrases: readonly StopPhrases[] = [
  {
    language: 'en',
    phrases: {
      'stop-messages': `stop( (all|any|the|these|those|this|your|more|sending|with)){0,3} ${en}( to me| to this number)?`,
      'no-more-messages': `no more( (of|these|of these|of your|such)){0,2} ${en}( from you)?`,
      'stop-sending-messages': `(stop|quit|cease) (sending|texting|messaging|contacting|spamming|bothering|whatsapping|disturbing|harassing)( to)?( me| us| this number)?( (these|those|your|all|any|more)){0,2}( ${en})?( again| anymore| any more| ever)?`,
      'do-not-message': `(dont|do not|never) (ever )?(message|text|contact|msg|sms|whatsapp|spam|disturb)( me| us| this number)( again| anymore| any more| ever| ever again)?`,
      'do-not-send': `(dont|do not|never) (ever )?send( me| us)?( (any|more|your|these|such)){0,2} ${en}( again| anymore| any more| ever)?`,
      'no-wish': `(i )?(dont|do not|no longer) (want|wish)( to)?( receive| get)?( (any|more|your|these|such|further)){0,2} ${en}( from you)?( anymore| any more)?`,
      'do-not-hear':
        '(i )?(dont|do not|no longer) (want|wish) to (hear from|be contacted by|be messaged by) you( again| anymore)?',
      'unsubscribe-me':
        '(unsubscribe|unsub|unsuscribe)( (me|us|my number|this number))?( (me|us|now|from all|from everything|from this|from your list|from this list|from these messages|from all messages))',
      'remove-me':
        '(remove|delete) (me|us|my number|this number|my phone number|my contact)( from (the |your |this |all |any ){0,2}(lists?|mailing list|contact list|database|contacts|system|marketing))?',
      'take-me-off':
        'take (me|us|my number|this number) off( of)?( (the|your|this|all|any)){0,2}( (lists?|mailing list|contact list|database))?',
      'revoke-consent':
        '(i )?(revoke|withdraw|retract|cancel)( my)? (consent|permission|opt in|optin|authorization|authorisation)',
      'leave-me-alone': '(leave me alone|lose my number)',
    },
  },
  {
    language: 'es',
    phrases: {
      'no-me-escriban':
        '(ya |por favor )?(no|nunca) me (escriban?|escribas|contacten?|contactes|molesten?|molestes)( mas| nunca mas)?',
      'no-envien-mensajes': `(ya )?(no|nunca) (me )?(envien?|envies|manden?|mandes)( (mas|estos|sus|tus|esos)){0,2} ${es}( mas)?`,
      'no-envien-mas': '(ya )?no me (envien?|envies|manden?|mandes) mas( nada)?',
      'dejar-de-enviar': `(deja|deje|dejen|dejad|para|pare|paren|parar) de (enviarme|mandarme|enviar|mandar|escribirme|contactarme|molestarme|molestar)( (mas|estos|sus|tus|esos|los)){0,2}( ${es})?`,
      'no-quiero-mensajes': `(ya )?no (quiero|deseo)( mas)?( recibir| seguir recibiendo)?( (mas|sus|tus|estos|los)){0,2} ${es}( mas)?`,
      'detener-mensajes': `(detener|detengan|paren|parar|stop|no mas|basta de|cancelar)( (los|las|sus|estos|estas|de|a|todos|todas)){0,2} ${es}`,
      'dar-de-baja':
        '(denme|deme|dame|darme|dar|darnos|darse) de baja( (de|del)( (la|esta|este|su|tu))?( (lista|servicio|suscripcion|mensajes))?)?',
      'revocar-consentimiento':
        '(revoco|retiro|revocar|retirar|cancelo)( mi| el)? (consentimiento|autorizacion|permiso)',
    },
  },
  {
    language: 'pt',
    phrases: {
      'parar-de-enviar': `(pare|parem|para|parar|deixe|deixem|chega) de (me )?(enviar|mandar|enviarem|mandarem|escrever|contatar|incomodar|perturbar|encher)( me)?( (mais|essas|estas|esses|suas|as)){0,2}( ${pt})?`,
      'nao-enviar': `nao (me )?(enviem?|envia|mandem?|manda)( me)?( (mais|essas|estas|suas|nenhuma)){0,2} ${pt}( mais)?`,
      'nao-enviar-mais':
        'nao me (enviem?|envia|mandem?|manda|escrevam?|contatem?|contactem?|perturbem?|incomodem?|chamem?) mais( nada)?',
      'nao-quero-mensagens': `nao (quero|desejo)( mais)?( receber)?( (mais|suas|essas|estas|as)){0,2} ${pt}( mais)?`,
      'parar-mensagens': `(parar|pare|parem|cancelar|cancele|chega de|stop)( (as|os|com|de|essas|essa)){0,2} ${pt}`,
      'remova-me':
        '(me (remova|remove|retire|retira|tire|tira|exclua)|(remova|retire|tire|exclua) (me|meu numero))( (da|de|desta|dessa|sua|do)){0,2}( (lista|cadastro|base))?',
      'revogar-consentimento': '(revogo|retiro|revogar|retirar|cancelo)( o)?( meu)? (consentimento|autorizacao)',
    },
  },
  {
    language: 'fr',
    phrases: {
      'arreter-denvoyer': `(arretez|arrete|arreter|cessez|stoppez|stop) (de |d)?(menvoyer|envoyer|mecrire|me contacter|me deranger|me spammer|me harceler)( (des|vos|ces|les|tes|de)){0,2}( ${fr})?`,
      'ne-plus-envoyer': `(ne )?(menvoyez|menvoie|mecrivez|mecris|me contactez|me contacte|me derangez) plus( (de|vos|ces|rien|aucun)){0,1}( ${fr})?`,
      'ne-veux-plus': `je (ne )?(veux|souhaite|desire) (plus|pas)( recevoir)?( (de|vos|ces|aucun|aucune|tes))?( ${fr})`,
      'arreter-messages': `(arretez|arreter|arrete|stop|stoppez|desactiver)( (les|vos|ces|aux|la|tous|avec)){0,2} ${fr}`,
      'retirez-moi':
        '(retirez|enlevez|supprimez|desabonnez|desinscrivez|desabonne) (moi|mon numero)( (de|la|votre|vos|cette)){0,2}( (listes?|fichiers?|base))?',
      'retirer-consentement': '(je )?(retire|revoque|retirer|revoquer)( mon| le)? consentement',
    },
  },
  {
    language: 'de',
    phrases: {
      'aufhoeren-zu-schreiben': `(hor|hort|horen sie|hoeren sie)( bitte)?( damit)? auf( (mir|uns|mich|diese|weitere)){0,2}( ${de})? (zu schicken|zu senden|zu schreiben|anzuschreiben|zu belastigen|zu kontaktieren)`,
      'nicht-mehr-schreiben': `(schickt|schicken sie|schick|sendet|senden sie|schreibt|schreiben sie|schreib) (mir|uns)( bitte)? (nicht mehr|nie wieder|nichts mehr|keine( weiteren)? ${de}( mehr)?)`,
      'keine-nachrichten': `((ich )?(will|mochte|moechte|wunsche)( ich)? keine( weiteren| weitere)? ${de}|(bitte )?keine (weiteren |weitere )${de}|(bitte )?keine ${de} mehr)( mehr)?( erhalten| bekommen| haben| von ihnen)?`,
      'nicht-kontaktieren': '(kontaktieren sie|kontaktiert|kontaktiere) (mich|uns)( bitte)? nicht( mehr| wieder)',
      'nachrichten-stoppen': `(${de} (stoppen|abbestellen|abmelden|beenden)|(stopp|stoppt|stop|stoppen sie)( (die|diese|alle|der|mit|den)){0,2} ${de})`,
      abmelden: '(melden sie mich|meldet mich|melde mich|tragen sie mich|tragt mich)( bitte)? (ab|aus)',
      'nummer-loeschen':
        '(loschen sie|loscht|losche|entfernen sie|entfernt)( bitte)? (mich|meine nummer)( (aus|von|der|ihrer|eurer|dem)){0,2}( (liste|verteiler|datenbank))?',
      'einwilligung-widerrufen':
        '(ich )?(widerrufe|entziehe)( ich)?( hiermit)?( meine| die)? (einwilligung|zustimmung)',
    },
  },
  {
    language: 'it',
    phrases: {
      'smettere-di-inviare': `(smettila|smettetela|smettere|smetti|smettete|smetta|basta) (di )?(inviarmi|mandarmi|scrivermi|contattarmi|disturbarmi|inviare|mandare)( (questi|altri|dei|i|vostri)){0,2}( ${it})?`,
      'non-inviare': `non (inviatemi|mandatemi|inviarmi|mandarmi|mi inviate|mi mandate)( (piu|altri|questi|i vostri)){0,2} ${it}`,
      'non-scrivere-piu':
        'non (scrivetemi|scrivermi|contattatemi|contattarmi|mandatemi|inviatemi|disturbatemi|disturbarmi) piu( niente| nulla)?',
      'non-voglio-messaggi': `non (voglio|desidero)( piu)?( ricevere)?( (piu|altri|i|vostri|questi|le|vostre)){0,2} ${it}`,
      'basta-messaggi': `(basta|interrompi|ferma|fermate|stop|blocca)( (con|i|le|gli|tutti|questi|a|ai|alle)){0,2} ${it}`,
      cancellami:
        '(cancellami|cancellatemi|rimuovimi|rimuovetemi|toglimi|toglietemi) (dalla|dalle|da)( (vostra|vostre|tua|questa))? (lista|liste|rubrica)',
      'revocare-consenso': '(revoco|ritiro|revocare|ritirare)( il)?( mio)? consenso',
    },
  },
  {
    language: 'hi',
    phrases: {
      'message-band-karo':
        '(mujhe )?(messages?|msgs?|sms|ye msg|ye message)( bhejna)? (band kar(o|do|ein|iye)?|band kar do|mat bhejo|mat bhejna|mat bhejiye|mat karo)',
    },
  },
];
