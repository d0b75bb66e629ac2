/** Everything the bot says in its own words, in the language that is spoken at the moment. */
import { spoken } from '../language.ts';
import * as deFindFix from './de/find-fix.ts';
import * as deFollow from './de/follow.ts';
import * as deHome from './de/home.ts';
import * as deNotices from './de/notices.ts';
import * as deTickets from './de/tickets.ts';
import * as enFindFix from './en/find-fix.ts';
import * as enFollow from './en/follow.ts';
import * as enHome from './en/home.ts';
import * as enNotices from './en/notices.ts';
import * as enTickets from './en/tickets.ts';
import * as esFindFix from './es/find-fix.ts';
import * as esFollow from './es/follow.ts';
import * as esHome from './es/home.ts';
import * as esNotices from './es/notices.ts';
import * as esTickets from './es/tickets.ts';
import * as frFindFix from './fr/find-fix.ts';
import * as frFollow from './fr/follow.ts';
import * as frHome from './fr/home.ts';
import * as frNotices from './fr/notices.ts';
import * as frTickets from './fr/tickets.ts';
import * as jaFindFix from './ja/find-fix.ts';
import * as jaFollow from './ja/follow.ts';
import * as jaHome from './ja/home.ts';
import * as jaNotices from './ja/notices.ts';
import * as jaTickets from './ja/tickets.ts';

/** Each part of the wording by language, as a whole. */
export const findFixIn = { en: enFindFix, de: deFindFix, fr: frFindFix, es: esFindFix, ja: jaFindFix };
export const followIn = { en: enFollow, de: deFollow, fr: frFollow, es: esFollow, ja: jaFollow };
export const ticketsIn = { en: enTickets, de: deTickets, fr: frTickets, es: esTickets, ja: jaTickets };
export const noticesIn = { en: enNotices, de: deNotices, fr: frNotices, es: esNotices, ja: jaNotices };
export const homeIn = { en: enHome, de: deHome, fr: frHome, es: esHome, ja: jaHome };

const findFix = spoken<typeof enFindFix>(findFixIn);
const followWords = spoken<typeof enFollow>(followIn);
const ticketWords = spoken<typeof enTickets>(ticketsIn);
const noticeWords = spoken<typeof enNotices>(noticesIn);
const homeWords = spoken<typeof enHome>(homeIn);

export const words = () => findFix().words;
export const questions = () => findFix().questions;
export const who = () => findFix().who;
export const risk = () => findFix().risk;

export const follow = () => followWords().follow;

export const tickets = () => ticketWords().tickets;
export const status = () => ticketWords().status;
export const priority = () => ticketWords().priority;
export const affected = () => ticketWords().affected;
export const idNames = () => ticketWords().idNames;

export const notices = () => noticeWords().words;
export const severity = () => noticeWords().severity;

export const home = () => homeWords().home;
