import type { CorpusLanguage } from './corpus-language.ts';

export const latinWest: readonly CorpusLanguage[] = [
  {
    code: 'en',
    everyday: 'cancel|end|quit|remove',
    hello: 'Hi',
    please: 'please',
    thanks: 'thanks',
    wishes: 'I want to {w}|I would like to {w} please',
    story: 'I have no idea who you are',
    sentences:
      'Please do not send any further messages|I’ve changed my mind and don’t want to receive these anymore|remove my name from your list|take my number off your list|stop texting me|I don’t want to receive your messages anymore|do not contact me again|please unsubscribe me|I wish to opt out|delete my number from your database|I no longer want to receive texts from you|quit texting this number',
    hints:
      'Take my contact info off please|Do not contact|stop2quit|how do I stop this|why are you still texting me when I said stop|not interested|I want this to stop|can someone please unsubscribe me from this thing',
    marketing:
      'No more offers|stop promotions|no more promotions please|please stop sending me ads|I don’t want your marketing messages|No more promotional texts',
    elsewhere:
      'stop the SMS, WhatsApp is fine|Stop texting me. Just email me instead|please stop the WhatsApp messages, only email please',
    harmless:
      'cancel my order please|can I cancel my booking for Friday|bus stop|the bus stop near your shop|non-stop flights?|is it a non-stop flight|I will stop by the shop tomorrow|stop by the shop|can I stop by at five|don’t stop, I love these|when does the sale end|the end of the month works for me|how do I quit smoking|remove the onions please|can you remove the stain|does it remove stains|it never stops raining|my watch stopped|next stop is yours|please do not cancel my order|where is my order|I need help with my parcel|is the offer still on|what is the end date|weekend opening hours?|I quit my job, can I change the address|stop sign red, size M|a full stop is missing in my name|we will make a stop in Lyon|the zip code is 10001|thanks for the message|please send me more information|no thanks, I have one already|did you send the message yesterday|you did not send me the receipt|I did not receive the message|add me to the list please|take two off the bill please',
  },
  {
    code: 'es',
    everyday: 'cancelar|baja|salir',
    hello: 'Hola',
    please: 'por favor',
    thanks: 'gracias',
    wishes: 'quiero {w}|quisiera {w}',
    story: 'No sé quiénes son ustedes',
    sentences:
      'quiero que me den de baja|sáquenme de su lista|ya no quiero recibir nada|no me manden más mensajes|dejen de escribirme|por favor borren mi número|no quiero recibir más mensajes de ustedes',
    hints: 'ya no me interesa recibir mensajes, ¿cómo me doy de baja?|déjenme en paz',
    marketing: 'no quiero más promociones|dejen de mandarme publicidad|no más ofertas por favor',
    elsewhere: 'no quiero sms, solo WhatsApp|dejen de mandarme mensajes, mejor por correo',
    harmless:
      'quiero cancelar mi pedido|talla: baja|la presión está baja|el salario es muy bajo|vamos a salir de viaje|¿a qué hora puedo salir a recogerlo?|el chico es alto|¿tienen en color alto contraste?|no me manden más cobros duplicados|la parada del autobús|pare en la esquina|fin de semana|al fin llegó mi paquete|para mi mamá|basta con dos unidades|no quiero nada más, gracias|no, gracias|¿pueden eliminar la cebolla?|la fecha de terminar la obra|me dieron de baja en el trabajo|estoy de baja médica',
  },
  {
    code: 'pt',
    everyday: 'sair|cancelar|parar',
    hello: 'Oi',
    please: 'por favor',
    thanks: 'obrigado',
    wishes: 'quero {w}|gostaria de {w}',
    story: 'Não sei quem são vocês',
    sentences:
      'não quero mais receber mensagens|Remova meu contato|me tira da sua lista|parem de me mandar mensagem|não me mandem mais nada|apaguem meu número|não enviem mais mensagens para mim',
    hints: 'como faço para não receber mais isso, quero descadastrar|me deixem em paz',
    marketing: 'não quero mais promoções|parem de mandar propaganda|chega de ofertas',
    elsewhere: 'não quero sms, só whatsapp|parem de mandar mensagem, prefiro por email',
    harmless:
      'vou sair de férias|quero cancelar meu pedido|a que horas posso sair|vou sair agora e passo aí|pode parar na esquina|fim de semana|o fim do mês está bom|chega amanhã?|quando chega meu pedido|não quero mais nada, obrigado|remover a cebola por favor|a parada de ônibus|o preço está alto|ponto de ônibus|pare de se preocupar|não recebi a mensagem|vocês não me mandaram a nota|preciso retirar o pedido na loja|não vou cancelar nada',
  },
  {
    code: 'fr',
    everyday: 'arrêter|annuler|fin',
    hello: 'Bonjour',
    please: 'svp',
    thanks: 'merci',
    wishes: 'je veux {w}|je voudrais {w}',
    story: 'Je ne sais pas qui vous êtes',
    sentences:
      'ne m’envoyez plus de messages|je ne veux plus recevoir vos messages|retirez-moi de votre liste|arrêtez de m’écrire|supprimez mon numéro|je souhaite me désabonner|merci de ne plus me contacter',
    hints: 'comment me désinscrire de ces messages ?|laissez-moi tranquille|plus de promotions',
    marketing: 'plus de pub svp|je ne veux plus de pub|arrêtez vos offres',
    elsewhere: 'stop les SMS, WhatsApp me convient|arrêtez de m’écrire, seulement par email',
    harmless:
      'je dois annuler ma commande|l’arrêt de bus est devant|un vol sans arrêt|je suis en arrêt de travail|fin de semaine|à la fin du mois|quand se termine la promo ?|je n’arrête pas d’y penser|vous pouvez supprimer les oignons ?|je veux arrêter de fumer|je ne veux plus rien, merci|non merci|plus de sauce svp|je n’ai pas reçu le message|je passe à la boutique demain|le stop est cassé sur ma voiture|quitter la ville à 8 h|terminer ma commande en ligne|c’est la fin du stock ?',
  },
  {
    code: 'de',
    everyday: 'aufhören|Ende|beenden',
    hello: 'Hallo',
    please: 'bitte',
    thanks: 'danke',
    wishes: 'ich möchte {w}|ich will {w}',
    story: 'Ich kenne Sie gar nicht',
    sentences:
      'Bitte keine weiteren Nachrichten|ich möchte keine Nachrichten mehr erhalten|löschen Sie meine Nummer|schreiben Sie mir nicht mehr|nehmen Sie mich aus dem Verteiler|ich möchte mich abmelden|hören Sie auf mir zu schreiben',
    hints: 'wie kann ich mich hier abmelden?|lassen Sie mich in Ruhe',
    marketing: 'keine Werbung mehr|bitte keine Angebote mehr|ich will keine Werbung',
    elsewhere: 'keine SMS mehr, WhatsApp reicht|stoppt die Nachrichten, lieber per E-Mail',
    harmless:
      'Ende der Woche|am Ende des Monats|das Wochenende passt|ich möchte meine Bestellung stornieren|können Sie den Fleck löschen|wann endet die Aktion|ich will mit dem Rauchen aufhören|die Bushaltestelle ist gegenüber|ein Nonstop-Flug|Stopp an der Ampel links|ich muss mein Kind vom Kurs abmelden|Auto abmelden kostet wie viel|nein danke|ich brauche nichts mehr|keine Zwiebeln bitte|ich habe keine Nachricht bekommen|bitte beenden Sie den Auftrag erst morgen|Halt in Köln|das ist der Schluss',
  },
  {
    code: 'it',
    everyday: 'annulla|esci|basta',
    hello: 'Ciao',
    please: 'per favore',
    thanks: 'grazie',
    wishes: 'vorrei {w}|voglio {w}',
    story: 'Non so chi siete',
    sentences:
      'non voglio più ricevere messaggi|cancellate il mio numero|toglietemi dalla vostra lista|smettetela di scrivermi|non mandatemi più messaggi|non contattatemi più|vorrei disiscrivermi',
    hints: 'come faccio a cancellare l’iscrizione? basta messaggi per favore|lasciatemi in pace',
    marketing: 'basta pubblicità|non voglio più offerte|non mandatemi più promozioni',
    elsewhere: 'basta sms, va bene WhatsApp|smettetela di scrivermi, solo email',
    harmless:
      'devo annullare il mio ordine|annulla il mio appuntamento|esci stasera?|basta un messaggio|mi basta uno|la fermata dell’autobus|volo senza scalo|fine settimana|alla fine del mese|fine, thanks|termina oggi la promo?|non voglio altro, grazie|no grazie|togliete la cipolla|cancella il tavolo per due|non ho ricevuto il messaggio|non mi avete mandato la ricevuta|passo in negozio domani|ferma qui il taxi',
  },
  {
    code: 'nl',
    everyday: 'stoppen|annuleren|opzeggen',
    hello: 'Hallo',
    please: 'alstublieft',
    thanks: 'bedankt',
    wishes: 'ik wil {w}|ik wil graag {w}',
    story: 'Ik weet niet wie jullie zijn',
    sentences:
      'ik wil geen berichten meer ontvangen|stuur me geen berichten meer|verwijder mijn nummer|haal me van de lijst|schrijf mij uit|graag afmelden|stop met berichten sturen',
    hints: 'hoe kan ik me afmelden voor deze berichten?|laat me met rust',
    marketing: 'geen reclame meer|stop met aanbiedingen sturen|ik wil geen aanbiedingen meer',
    elsewhere: 'geen sms meer, WhatsApp is prima|stop met berichten, liever per mail',
    harmless:
      'ik wil mijn bestelling annuleren|de bushalte is om de hoek|stoppen met roken|de les afmelden voor morgen|einde van de maand|het weekend is goed|waar stopt de bus|een vlucht zonder te stoppen|ik hoef niets meer|nee bedankt|geen ui alstublieft|ik heb geen bericht gekregen|wanneer eindigt de actie|mijn horloge is gestopt|ik zeg mijn baan op|kunt u de vlek verwijderen|tot het einde van de straat|afspraak opzeggen voor dinsdag',
  },
  {
    code: 'no',
    everyday: 'avslutt|avbryt|slutt',
    hello: 'Hei',
    please: 'vennligst',
    thanks: 'takk',
    wishes: 'jeg vil {w}|kan dere {w}',
    story: 'Jeg vet ikke hvem dere er',
    sentences:
      'jeg vil ikke ha flere meldinger|ikke send meg flere meldinger|fjern meg fra listen|slett nummeret mitt|meld meg av|slutt å sende meg meldinger|ikke kontakt meg igjen',
    hints: 'hvordan kan jeg bli meldt av? stopp dette|la meg være i fred',
    marketing: 'ingen flere tilbud takk|stopp reklame|jeg vil ikke ha reklame',
    elsewhere: 'ikke flere sms, WhatsApp er greit|stopp meldinger, heller e-post',
    harmless:
      'jeg må avbestille bordet|bussholdeplassen er der|slutten av måneden|slutt å røyke|når slutter tilbudet|neste stopp er Oslo|et direktefly uten stopp|nei takk|ingen løk|jeg har ikke fått meldingen|avbryt ikke ordren min|kan dere slette flekken|helgen passer|jeg sluttet i jobben|hvor stopper bussen|takk for meldingen|klokken min stoppet|vi avslutter møtet klokka fem',
  },
];
