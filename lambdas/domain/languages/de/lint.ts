import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    ich stimme zu, stimme ich zu, stimme zu, ich bin einverstanden, bin ich einverstanden, ich bin damit einverstanden,
    ich willige ein, willige ich ein, ich möchte, möchte ich, ich will, ich akzeptiere, ich erlaube, ich wünsche, ja ich,
    ja gerne, schickt mir, schicken sie mir, senden sie mir, ich gestatte`,
  receive: `
    erhalten, erhalte, bekommen, bekomme, empfangen, sendet, senden, schickt, schicken, zusendet, zuschickt, zusenden, informiert,
    nachrichten`,
  vague: `
    informationen, infos, information, updates, nachrichten, mitteilungen, benachrichtigungen, meldungen, inhalte, neues, anderes,
    sonstiges, alles, alle nachrichten, wichtige informationen, nützliche informationen, allgemeine informationen,
    wichtige nachrichten, wichtige updates, whatsapp nachrichten, und mehr, mehr, verschiedenes, service, dienste`,
  marketing: `
    angebot, angebote, angeboten, rabatt, rabatte, rabatten, aktion, aktionen, werbung, werbliche, werbenachrichten, gutschein,
    gutscheine, gutscheinen, newsletter, marketing, sonderpreise, schnäppchen, rabattcodes, sale`,
  service: `
    bestellung, bestellungen, lieferung, lieferungen, versand, sendung, sendungen, buchung, buchungen, reservierung, reservierungen,
    termin, termine, terminen, rechnung, rechnungen, konto, zahlung, zahlungen, code, codes, einmalcode, einmalcodes, passwort,
    passwörter, kauf, einkauf`,
  bundled: `
    indem sie fortfahren, wenn sie fortfahren, indem du fortfährst, mit der nutzung, durch die nutzung, durch nutzung,
    durch die weitere nutzung, mit der weiteren nutzung, mit der anmeldung, mit ihrer anmeldung, durch die anmeldung,
    mit der registrierung, durch die registrierung, mit ihrer registrierung, mit der bestellung, mit ihrer bestellung,
    mit meiner bestellung, durch ihre bestellung, mit dem kauf, durch den kauf, mit dem besuch, durch den besuch,
    mit dem download, indem sie weitersurfen`,
  terms: `
    agb, allgemeine geschäftsbedingungen, allgemeinen geschäftsbedingungen, nutzungsbedingungen, geschäftsbedingungen,
    die bedingungen, den bedingungen, verkaufsbedingungen, akzeptiere die datenschutz*, stimme der datenschutz*`,
  silence: `
    entfernen sie das häkchen, entferne das häkchen, häkchen entfernen, nehmen sie das häkchen, haken entfernen,
    entfernen sie den haken, abwählen, sofern sie nicht widersprechen, wenn sie nicht widersprechen, falls sie nicht widersprechen,
    ankreuzen falls sie keine, ankreuzen wenn sie keine, wenn sie nichts tun`,
  refusal: `
    wenn sie nicht möchten, falls sie nicht möchten, wenn sie keine, falls sie keine, es sei denn, ich möchte keine,
    ich möchte nicht, ich will keine, ich will nicht, ich wünsche keine, ich stimme nicht zu, ich bin nicht einverstanden`,
  condition: `
    sie müssen zustimmen, du musst zustimmen, sie müssen einwilligen, zustimmung ist erforderlich, einwilligung ist erforderlich,
    erforderlich um, erforderlich für, voraussetzung für, notwendig um, notwendig für, um bestellen zu können,
    um kaufen zu können, um ihre bestellung abzuschließen, nur wenn sie zustimmen, zwingend erforderlich, bedingung für,
    bestellen können sie nur wenn, bestellen kannst du nur wenn, nur wenn du zustimmst, stimmen sie zu um zu bestellen,
    stimme zu um zu bestellen, ohne zustimmung keine bestellung, ohne zustimmung keine lieferung,
    um deine bestellung abzuschließen`,
  notACondition: `
    keine bedingung, keine voraussetzung, nicht erforderlich, nicht notwendig, ohne verpflichtung, nicht verpflichtet,
    müssen nicht zustimmen, musst nicht zustimmen, unabhängig von einem kauf, unabhängig vom kauf`,
  irrevocable: `
    unwiderruflich, unwiderrufliche, unwiderruflichen, nicht widerrufen werden, kann nicht widerrufen, können sie nicht widerrufen,
    nicht widerrufbar, verzichte auf`,
  hardWays: `
    per post, per brief, postalisch, schriftlich, per einschreiben, rufen sie, anrufen, per telefon, telefonisch, in unserer filiale,
    in der filiale, melden sie sich an, einloggen, loggen sie sich, füllen sie das formular, werktage, werktagen, werktage,
    kostenpflichtig, gegen gebühr`,
  anyTime: 'jederzeit, zu jeder zeit, wann immer',
  others: `
    unsere partner, unserer partner, unseren partnern, ihre partner, ihrer partner, und partner, partnern, partnerunternehmen,
    ausgewählte partner, verbundene unternehmen, verbundenen unternehmen, konzernunternehmen, tochterunternehmen, dritte, dritten,
    drittanbieter, sponsoren, andere unternehmen, anderer unternehmen, andere marken`,
  endorsed: `
    offizielle whatsapp, offizieller whatsapp, offizielles whatsapp, offiziellen whatsapp, von whatsapp geprüft,
    von whatsapp empfohlen, von whatsapp bestätigt, von whatsapp zertifiziert, partner von whatsapp, whatsapp partner,
    whatsapp newsletter, whatsapp team, nachrichten von whatsapp, von meta geprüft, von meta bestätigt, partner von meta,
    offizieller partner`,
};
