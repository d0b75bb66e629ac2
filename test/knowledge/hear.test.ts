import { expect, test } from '@jest/globals';
import { hear, hearAnswer } from '../../src/knowledge/hear.ts';
import type { Facet } from '../../src/model/catalog.ts';

/** What people say of where it fails, in any order of what works and what does not. */
const places: Readonly<Record<string, string>> = {
  everywhere: `
    inside and outside
    both inside and outside
    everywhere
    everyone in the company cannot open the adfs page, inside and outside
    fails at home and in the office
    neither at home nor in the office
    not only from home, in the office too
    at home it fails, in the office as well
    from anywhere
    no matter where
    internally and externally
    both
    both at work and at home
    in the office and at home it does not work
    not in the office and not at home either
    it doesn't work at home or in the office
    intern und extern
    ja alle, intern und extern
    innen und außen
    innen wie außen
    weder zu Hause noch im Büro
    nicht nur von zu Hause
    im Büro und zu Hause geht es nicht
    zu Hause geht es nicht, im Büro auch nicht
    egal ob im Büro oder zu Hause
    à l'intérieur et à l'extérieur
    au bureau comme à la maison
    au bureau et à la maison, rien ne marche
    ni au bureau ni à la maison
    partout
    pas seulement à la maison
    dentro y fuera
    ni en casa ni en la oficina
    en casa y en la oficina no funciona
    no solo en casa
    tanto dentro como fuera de la oficina
    社内でも社外でも
    社内でも社外でもサインインできません
    社内外で失敗します
    どこからでもだめです
    社外だけでなく社内でも
    Büro und Homeoffice
    office and home
    home or office, same
    same at home and at work
    at home and at the office he gets prompted
    in the office as well as from outside
    at home too, not just in the office
    dehors comme dedans
    au bureau et en télétravail
    dans les deux cas
    egal von wo
    家でも会社でも
    自宅と会社の両方で使えません
    desde cualquier sitio
    fuera y dentro de la oficina`,
  'outside-only': `
    only from home
    works in the office, not from home
    works in the office but not at home
    works at work, not at home
    ok at school, fails at home
    in the LAN it works, from outside not
    it fails at home, not in the office
    only fails outside
    works only in the office
    only works in the office
    it works, but only in the office
    fails from home, in the office everything is fine
    not from home, in the office ok
    works in office fails at home
    doesn't work outside
    only outside the office
    outside of the company network
    when working from home
    users outside the office are prompted again and again
    works everywhere except at home
    fails everywhere except in the office
    in the office, it works fine. at home, it does not.
    everyone outside
    people who work from home cannot sign in
    not at home, only works in the office
    Nur von außen
    nur von aussen
    im Büro geht es, von zu Hause nicht
    zu Hause geht es nicht, im Büro schon
    geht nur im Büro
    nur außerhalb des Büros
    von extern nicht, intern funktioniert es
    überall außer im Büro
    seulement à la maison
    hors du bureau uniquement
    au bureau ça marche, pas à la maison
    ça marche au bureau mais pas à la maison
    à la maison ça ne marche pas, au bureau oui ça marche
    ça ne marche qu'au bureau
    solo fuera de la oficina
    en la oficina funciona, pero en casa no
    desde casa no funciona, en la oficina sí funciona
    solo funciona en la oficina
    社外からだけです
    社内では使えますが、社外では使えません
    社内でしか使えません
    自宅からだとサインインできません、会社では大丈夫です
    desde fuera no pueden, desde dentro sí
    people can't work from home today / page can't be displayed, no number / everybody outside the building / office is fine
    from outside yes
    at home he gets prompted, in the office not
    prompted at home but not in the office
    it used to work from home
    ok in the office, from home not
    they are in the office and it works, at home it does not
    at my desk in the office no issue, but from home it fails
    au bureau aucun problème, en télétravail erreur
    en casa no, en la oficina sí
    teletrabajo no funciona, oficina ok
    Homeoffice geht nicht, Büro geht
    bei mir daheim geht's nicht, in der Firma schon
    von unterwegs klappt es nicht
    家からだと使えません。オフィスでは使えます
    自宅だけ使えない
    no me funciona fuera de la red
    users outside get an error, internal users are fine
    the page opens inside but not outside
    impossible de se connecter hors du réseau
    only people at home are affected
    no problem at work, at home always errors
    home fails office works
    just from home`,
  'inside-only': `
    works at home, not in the office
    works at home not in the office
    it works outside but not inside the office, AD FS
    sign-in works from home but fails in the office
    works at home, not at work
    inside the office nobody can sign in with AD FS, outside it works
    only in the office
    works from home, only in the office it fails
    at home it is fine, in the office it isn't
    fails in the office, works everywhere else
    from home no problem, at work error
    works only from home
    it fails in the office, not at home
    zu Hause geht es, im Büro nicht
    von zu Hause geht es, im Büro nicht
    im Büro
    nur im Büro
    zu Hause kein Problem, im Büro Fehler
    geht nur von zu Hause
    im Büro geht es nicht, daheim schon
    à la maison ça marche, pas au bureau
    seulement au bureau
    ça marche chez moi mais pas au bureau
    solo en la oficina
    en casa funciona, en la oficina no
    funciona en casa pero no en la oficina
    社内だけです
    社外では使えますが、社内では使えません
    自宅では大丈夫ですが、会社ではできません
    Homeoffice geht, Büro geht nicht
    home works office fails
    nur intern geht es nicht
    external access is fine, internal fails
    from the internet ok, from the lan not
    only people in the office are affected
    社内だけ使えない
    chez moi pas de problème, au bureau erreur
    fuera funciona, dentro no
    von daheim alles gut, im Büro kommt die Fehlermeldung
    inside the network it loops, outside it is fine
    on mobile data it works, on the office wifi not
    not working in the office, from home it is ok
    when i'm home it works, at the office it doesn't`,
  none: `
    not from home, at home ok
    works inside and outside
    works at home and in the office
    im Büro geht es, zu Hause auch
    in the office it works, at home too
    fehler bei home realm discovery
    the home tenant has a policy
    internal server error
    Office 365 asks for a password
    remote desktop users get an error
    au bureau ça marche, à la maison aussi
    en casa funciona, en la oficina también
    社内でも社外でも使えます
    I get AADSTS50126
    not from home, only in the office
    Internet Explorer shows a blank page
    everyone in the company cannot sign in
    Sign in failed, no matching user in external source
    la passerelle est hors connexion
    she works from the home office fine and in the office fine`,
};

const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

test.each(Object.entries(places).flatMap(([value, texts]) => linesOf(texts).map((text) => [text, value] as const)))(
  '%s: %s',
  (text, value) => {
    expect(hear('where', text) ?? 'none').toBe(value);
    expect(hearAnswer('where', text) ?? 'none').toBe(value);
  },
);

const answers: Readonly<Partial<Record<Facet, Readonly<Record<string, readonly string[]>>>>> = {
  scope: {
    everyone: ['everyone', 'everyone outside', 'all of them', 'toda la empresa', 'alle in der Firma', 'ja, alle'],
    'some-users': [
      'i get the same for 5 users',
      'only one domain',
      'only one domain fails, the other domain is ok',
      'not everyone',
      'half of the users',
      '2 colleagues',
      '5 Benutzer',
      'la moitié des utilisateurs',
      'nur eine Domäne',
      '3人',
    ],
    'one-user': ['just her', 'only him', 'me', 'just one guy', 'nur sie', 'solo ella', 'elle seule', '彼女だけ'],
    'one-device': [
      'second laptop works',
      'ok he has a second laptop and there it works',
      'works on another pc',
      'only on the laptop',
      'solo en el portátil',
    ],
  },
  client: {
    mobile: ['on the phone but not on the laptop', 'browser ok, phone not', 'teams on the phone'],
    none: [
      'works on the phone but not on the laptop',
      'private macbook, company phone ok',
      'second laptop works',
      'solo en el portátil, en el móvil va bien',
      'am Handy geht es, am Laptop nicht',
    ],
    'outlook-mail': [
      'phone works, outlook not',
      'in the browser it works, in outlook not',
      'outlook fails, browser ok',
      'im Browser geht es, in Outlook nicht',
      'mail opens in the browser, but outlook asks for the password',
      'sur le téléphone ça marche, pas dans Outlook',
      'スマホでは使えますが、Outlookでは使えません',
      'its outlook',
      'Outlook does not work',
    ],
    'one-browser': ['only in edge, chrome is fine'],
  },
  device: {
    unmanaged: [
      'private macbook, company phone ok',
      'it only happens on her private macbook, company phone ok',
      'her own ipad',
      'am Firmenlaptop geht es, am privaten nicht',
      'privates Macbook, Firmenhandy ok',
      'el portátil personal no, el de la empresa sí funciona',
      "MacBook personnel, téléphone de l'entreprise ok",
    ],
    managed: ['company laptop fails, private phone works', 'work laptop'],
    none: ['second laptop works', 'on the phone but not on the laptop'],
  },
};

test.each(
  Object.entries(answers).flatMap(([facet, values]) =>
    Object.entries(values).flatMap(([value, texts]) => texts.map((text) => [facet as Facet, text, value] as const)),
  ),
)('%s: "%s" says %s, and what works is not what fails', (facet, text, value) => {
  expect(hearAnswer(facet, text) ?? 'none').toBe(value);
});

test.each<[Facet, string, string | null]>([
  ['client', 'I emailed the admin', null],
  ['client', 'ich habe dem Admin eine E-Mail geschrieben', null],
  ['client', "j'ai envoyé un email à l'admin", null],
  ['client', 'cannot send emails', 'outlook-mail'],
  ['client', 'invite is accepted according to portal', null],
  ['client', "I don't have access to that portal", null],
  ['client', 'the portal does not open', 'browser'],
  ['account', 'only external users, internal works', null],
  ['account', 'nur externe Benutzer, intern geht es', null],
  ['account', 'external users cannot open our internal app', 'guest'],
  ['account', 'externe Benutzer', 'guest'],
  ['where', 'chez moi ça marche, pas chez lui', null],
  ['where', 'ça ne marche pas chez moi, au bureau oui', 'outside-only'],
])('%s: a word in passing is no fact: "%s" says %s', (facet, text, value) => {
  expect(hearAnswer(facet, text)).toBe(value);
});
