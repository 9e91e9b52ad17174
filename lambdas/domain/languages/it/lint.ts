import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    accetto, acconsento, autorizzo, voglio, desidero, vorrei, sono d’accordo, do il consenso, do il mio consenso, presto il consenso,
    presto il mio consenso, sì voglio, inviatemi, mandatemi, mi piacerebbe, permetto, chiedo`,
  receive:
    'ricevere, riceva, ricevo, inviatemi, mandatemi, mi invii, mi inviate, mi mandi, inviarmi, mandarmi, messaggi',
  vague: `
    informazioni, informazione, info, aggiornamenti, messaggi, notifiche, comunicazioni, contenuti, avvisi, altro, altri, tutto,
    tutti i messaggi, informazioni importanti, informazioni utili, informazioni generali, aggiornamenti importanti,
    messaggi whatsapp, e altro, di più, vario, servizio, servizi`,
  marketing: `
    offerta, offerte, sconto, sconti, promozione, promozioni, promozionale, promozionali, promo, saldi, buono sconto, buoni sconto,
    coupon, pubblicità, marketing, newsletter, prezzi speciali, occasioni`,
  service: `
    ordine, ordini, consegna, consegne, spedizione, spedizioni, prenotazione, prenotazioni, appuntamento, appuntamenti, fattura,
    fatture, account, conto, pagamento, pagamenti, codice, codici, password, ricevuta, ricevute, acquisto, acquisti`,
  bundled: `
    continuando, proseguendo, se continui, se continua, usando questo, usando il, utilizzando questo, utilizzando il,
    utilizzando il nostro, registrandosi, registrandoti, registrandomi, iscrivendosi, creando un account, effettuando un ordine,
    ordinando, acquistando, pagando, visitando, navigando, scaricando`,
  terms: `
    termini e condizioni, condizioni generali, condizioni d’uso, termini d’uso, termini di servizio, condizioni di vendita,
    i termini, le condizioni, accetto la privacy, accetto l’informativa, accetto la politica`,
  silence: `
    deseleziona, deselezioni, deselezionare, togli la spunta, tolga la spunta, rimuovi la spunta, rimuova la spunta,
    salvo diversa comunicazione, salvo diverso avviso, spunta qui per non ricevere, spunti qui per non ricevere,
    se non fai nulla, se non fa nulla`,
  refusal: `
    se non vuoi, se non vuole, se non desideri, se non desidera, a meno che, salvo che, non voglio, non desidero, non accetto,
    non acconsento, non autorizzo, non inviatemi`,
  condition: `
    devi accettare, deve accettare, bisogna accettare, è obbligatorio, è obbligatoria, obbligatorio per, obbligatoria per,
    necessario per completare, necessario per acquistare, necessario per ordinare, necessaria per completare, richiesto per,
    per poter acquistare, per poter ordinare, per completare l’ordine, per completare l’acquisto, indispensabile per,
    condizione per, puoi ordinare solo se, può ordinare solo se, puoi acquistare solo se, può acquistare solo se,
    accetta per completare, accetti per completare, accetta per ordinare, accetta per acquistare, per completare il tuo ordine,
    per completare il suo ordine, per completare il tuo acquisto`,
  notACondition: `
    non è una condizione, non è condizione, non è obbligatorio, non è obbligatoria, non è necessario, non è richiesto,
    non è un requisito, senza obbligo, senza impegno, non deve accettare, non devi accettare`,
  irrevocable: `
    irrevocabile, irrevocabili, irrevocabilmente, non può essere revocato, non potrà essere revocato, non può revocare,
    non potrà revocare, rinuncio`,
  hardWays: `
    per posta, per lettera, lettera raccomandata, raccomandata, per iscritto, chiami, chiama, chiamando, per telefono,
    telefonicamente, nel nostro negozio, in filiale, effettua il login, effettui il login, accedi al, acceda al,
    compila il modulo, compili il modulo, giorni lavorativi, a pagamento`,
  anyTime: 'in qualsiasi momento, in qualunque momento, in ogni momento, quando vuole, quando vuoi, quando desidera',
  others: `
    nostri partner, suoi partner, e partner, partner commerciali, partner selezionati, società del gruppo, aziende del gruppo,
    affiliate, affiliati, controllate, terzi, terze parti, sponsor, altre aziende, altri marchi, altre società`,
  endorsed: `
    whatsapp ufficiale, ufficiale di whatsapp, ufficiale whatsapp, partner di whatsapp, partner ufficiale, approvato da whatsapp,
    verificato da whatsapp, certificato da whatsapp, newsletter di whatsapp, team di whatsapp, approvato da meta,
    verificato da meta, partner di meta, consigliato da whatsapp`,
};
