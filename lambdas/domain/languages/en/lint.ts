import type { LintWords } from '../topics/lint.ts';

export const lint: LintWords = {
  script: 'Latin',
  consent: `
    i agree, i consent, i accept, i want, i would like, i’d like, i wish, i opt in, i allow, i ask, i give, i say yes, yes i,
    yes please, please send me, send me, count me in, i authorise, i authorize`,
  receive: 'receive, get, getting, send me, sends me, sending me, message me, messages, hear from',
  vague: `
    updates, information, info, messages, notifications, communications, content, alerts, stuff, other, others, everything,
    anything, all, all messages, updates and information, important updates, important information, useful information,
    relevant information, relevant updates, general information, general updates, latest updates, our updates, our messages,
    various messages, more, and more, whatsapp messages, whatsapp updates, service, services, communication`,
  marketing: `
    offer, offers, discount, discounts, promotion, promotions, promotional, promo, promos, deals, sale, sales, coupon, coupons,
    voucher, vouchers, marketing, advertising, adverts, newsletter, special prices, bargains, % off, percent off, cashback`,
  service: `
    order, orders, delivery, deliveries, shipping, shipment, booking, bookings, reservation, reservations, appointment, appointments,
    invoice, invoices, account, payment, payments, code, codes, passcode, passwords, receipt, receipts, ticket, tickets`,
  bundled: `
    by continuing, by proceeding, by using this, by using our, by using the, by signing up, by registering, by creating an account,
    by placing an order, by placing your order, by placing this order, by ordering, by buying, by purchasing, by visiting,
    by browsing, by downloading, by paying, by checking out, continued use, you automatically agree, automatically opted in`,
  terms: `
    terms and conditions, terms of service, terms of use, terms of sale, the terms, our terms, your terms, user agreement,
    cookie policy, accept the privacy, agree to the privacy, accept our privacy, agree to our privacy`,
  silence: `
    untick, un tick, uncheck, un check, deselect, unselect, remove the tick, clear the box, unless you tell us, unless we hear,
    tick here to opt out, check here to opt out, tick to opt out, check to opt out, tick this box to opt out, no action is needed,
    if you do nothing`,
  refusal: `
    if you do not want, if you don’t want, if you do not wish, if you’d rather not, unless you, i do not want, i don’t want,
    i do not wish, i don’t wish, i would rather not, please do not send, do not send me, opt me out, i do not agree`,
  condition: `
    you must agree, you must accept, you must opt in, you must consent, you need to agree, you have to agree, you have to accept,
    required to complete, required to place, required to order, required for your order, required for your purchase,
    required to buy, necessary to complete your order, necessary to complete your purchase, needed to complete your order,
    in order to buy, in order to purchase, in order to order, only customers who agree, if you want to buy, no order without,
    or we cannot process your order, or we cannot deliver, otherwise we cannot process, mandatory for, only order if you agree,
    only buy if you agree, only check out if you, required to check out, required at checkout, needed to check out,
    agree to check out, opt in to check out, sign up to check out, agree to complete, opt in to complete, sign up to complete,
    opt in to buy, sign up to buy, agree to buy, or we can’t ship, or we can’t deliver, or we can’t process, no delivery without,
    no checkout without`,
  notACondition: `
    not a condition, not required to, not required for, no condition, do not need to agree, don’t need to agree,
    do not have to agree, don’t have to agree, not necessary to, without agreeing, no purchase necessary, isn’t required`,
  irrevocable: `
    irrevocable, irrevocably, cannot be withdrawn, can’t be withdrawn, cannot withdraw, cannot be revoked, can’t unsubscribe,
    cannot unsubscribe, cannot opt out, can’t opt out, cannot be undone, waive my right, waive your right, no way back`,
  hardWays: `
    by post, by letter, send a letter, a written request, in writing, registered mail, call us, by phone, by telephone, call our,
    visit our store, visit a branch, visit our branch, log in, sign in, fill in the form, fill out the form, business days,
    working days, within 30 days, for a fee, send us an email, by email only`,
  anyTime: 'at any time, any time, anytime, whenever you, at all times',
  others: `
    our partners, its partners, their partners, and partners, selected partners, trusted partners, business partners,
    marketing partners, affiliates, affiliated companies, third parties, third party, sister companies, group companies,
    subsidiaries, sponsors, other companies, other brands, other businesses`,
  endorsed: `
    official whatsapp, official partner, whatsapp official, whatsapp newsletter, from whatsapp, sent by whatsapp,
    approved by whatsapp, verified by whatsapp, certified by whatsapp, endorsed by whatsapp, recommended by whatsapp,
    partner of whatsapp, partnership with whatsapp, whatsapp partner, whatsapp team, whatsapp inc, approved by meta,
    verified by meta, partner of meta, meta partner`,
};
