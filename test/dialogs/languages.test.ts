import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as cards from '../../dialogs/cards.ts';
import { command, stepWord } from '../../dialogs/commands.ts';
import * as fixCards from '../../dialogs/fix-cards.ts';
import { drawnIn, inLanguage, language, speaking } from '../../dialogs/language.ts';
import { languageIn } from '../../dialogs/language-choice.ts';
import { asked } from '../../dialogs/notice-words.ts';
import { smallTalk } from '../../dialogs/small-talk.ts';
import { ticketDrawings } from '../../dialogs/ticket-cards.ts';
import { findFixIn, followIn, homeIn, noticesIn, ticketsIn } from '../../dialogs/words/index.ts';
import { utc } from '../../src/model/time.ts';
import { type Candidate, type Entry, type Facet, facets } from '../../src/model/catalog.ts';
import { allChannelWords } from '../../src/model/channel-words.ts';
import { allPageWords } from '../../src/channels/web/words.ts';
import { allPhrases } from '../../src/channels/slack/phrases.ts';
import { hearAnswer } from '../../src/knowledge/hear.ts';
import { type Language, languageOf, languages } from '../../src/model/language.ts';
import { drawProblems } from '../drawings.ts';
import { incoming, realCatalog, realEngine, recordingChannel } from '../fakes.ts';

const others = languages.filter((one) => one !== 'en');

type Leaf = string | ((...given: unknown[]) => unknown);

/** Every text and every function that makes one, by its path. */
const leavesOf = (words: unknown, path = ''): readonly (readonly [string, Leaf])[] => {
  if (typeof words === 'string' || typeof words === 'function') return [[path, words as Leaf]];
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no text.`);
  return Object.entries(words).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name));
};

const parts = {
  findFix: findFixIn,
  follow: followIn,
  tickets: ticketsIn,
  notices: noticesIn,
  home: homeIn,
  channel: allChannelWords,
  page: allPageWords,
  slack: allPhrases,
};

const wordsOf = (one: Language): ReadonlyMap<string, Leaf> =>
  new Map(
    Object.entries(parts).flatMap(([part, byLanguage]) =>
      leavesOf({ ...byLanguage[one] }).map(([path, leaf]) => [`${part}.${path}`, leaf] as const),
    ),
  );

/** What can be given to a function, each with the texts by which it is known in the result. */
const givens = (n: number): readonly { readonly value: unknown; readonly marks: readonly string[] }[] => {
  const number = 1_000_003 + n * 90_000_000;
  const names = ['conversations', 'turns', 'outcomes', 'tickets'];
  return [
    { value: `zq${n}`, marks: [`zq${n}`] },
    { value: number, marks: [String(number), utc(number)] },
    { value: [`zq${n}a`, `zq${n}b`], marks: [`zq${n}a`, `zq${n}b`] },
    {
      value: Object.fromEntries(names.map((name, at) => [name, 7000 + at])),
      marks: names.map((_, at) => String(7000 + at)),
    },
  ];
};

type Given = ReturnType<typeof givens>[number];

const said = (make: (...given: unknown[]) => unknown, given: readonly Given[]): string | null => {
  try {
    const text = [make(...given.map(({ value }) => value))].flat().join('\n');
    return /undefined|NaN|\[object/.test(text) ? null : text;
  } catch {
    return null;
  }
};

/** Arguments that the English function can make a text of. */
const argumentsFor = (make: (...given: unknown[]) => unknown, count = make.length): readonly Given[] => {
  const tries = (given: readonly Given[]): readonly Given[] | null => {
    if (given.length === count) return said(make, given) === null ? null : given;
    for (const one of givens(given.length)) {
      const found = tries([...given, one]);
      if (found) return found;
    }
    return null;
  };
  const found = tries([]);
  if (!found) throw new Error(`No arguments fit ${make.toString()}`);
  return found;
};

/** The same in both languages with good reason: names, signs, loan words. */
const alike = new Set([
  'Signpost',
  'Code',
  'Tenant',
  'Text',
  'Conversation',
  'Problem',
  'Cause',
  'Source',
  'Sources',
  'Application',
  'Method',
  'Host',
  'Status',
  'Test',
  'Info',
  'normal',
  'Normal',
  'Question',
  'Migration',
  'No',
  'Error',
  'AADSTS50105',
  'Users outside the office are prompted again and again',
]);

const english = wordsOf('en');

test('there is much to say', () => {
  expect(english.size).toBeGreaterThan(450);
});

describe.each(others)('%s', (one) => {
  const words = wordsOf(one);

  test('has every text, none empty, none with a dash for a pause', () => {
    expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [path, leaf] of words)
      if (typeof leaf === 'string' && !path.endsWith('.least.info'))
        expect([path, leaf.trim(), leaf.includes('—')]).toEqual([path, expect.stringMatching(/./), false]);
  });

  test('says all that the English text says', () => {
    for (const [path, make] of english) {
      const theirs = words.get(path);
      if (typeof make === 'string' || path.endsWith('.span')) continue;
      const given = argumentsFor(make);
      const text = said(make, given)!;
      const foreign = said(theirs as typeof make, given);
      expect([path, foreign]).toEqual([path, expect.any(String)]);
      const lost = given
        .flatMap(({ marks }) => marks)
        .filter((mark) => text.includes(mark) && !foreign!.includes(mark));
      expect([path, lost]).toEqual([path, []]);
    }
  });

  test('leaves no English over', () => {
    const left = [...english].filter(([path, leaf]) => {
      const theirs = words.get(path);
      if (typeof leaf === 'string') return leaf === theirs && /[a-z]{2}/i.test(leaf) && !alike.has(leaf);
      if (path.endsWith('.span')) return false;
      const given = argumentsFor(leaf);
      const text = said(leaf, given)!;
      return (
        text === said(theirs as typeof leaf, given) && /[a-z]{3}/i.test(text.replace(/zq\d[ab]?|UTC|AD FS|Entra/g, ''))
      );
    });
    expect(left.map(([path]) => path)).toEqual([]);
  });

  test('has labels that fit on a button', () => {
    const labels = [...words].filter(
      ([path]) => /\.button\.|\.values\.[^.]+$/.test(path) && !path.startsWith('findFix.words.values'),
    );
    expect(labels.length).toBeGreaterThan(80);
    for (const [path, leaf] of labels) {
      const label = typeof leaf === 'string' ? leaf : String(leaf('contoso.com'));
      expect([path, label.length <= (path.includes('.button.') ? 30 : 40)]).toEqual([path, true]);
    }
  });

  test('tells how long something is', () => {
    const { span } = ticketsIn[one].tickets;
    for (const unit of ['minute', 'hour', 'day'] as const)
      for (const count of [0, 1, 2, 30]) expect(span(count, unit)).toMatch(new RegExp(`^${count} \\p{L}+$`, 'u'));
  });

  test('is taken by Teams and Slack, on the cards of a part of the entries', async () => {
    const { entries } = await realCatalog();
    const some = entries.filter((_, n) => n % 24 === others.indexOf(one));
    const refused = speaking(one, () =>
      some.flatMap((entry) =>
        cardsOf(entry)
          .map(inLanguage)
          .flatMap((card) => drawProblems(card).map((fault) => `${entry.id}: ${fault}`)),
      ),
    );
    expect(refused).toEqual([]);
    expect(some.length).toBeGreaterThan(5);
    const candidates: readonly Candidate[] = entries.slice(0, 4).map((entry) => ({ entry, confidence: 0.25 }));
    const questions = speaking(one, () =>
      (Object.keys(facets) as Facet[]).map((facet) => cards.questionCard({ facet, values: facets[facet] }, candidates)),
    );
    expect(questions.flatMap(drawProblems)).toEqual([]);
  }, 30_000);
});

const cardsOf = (entry: Entry) => {
  const view = { order: entry.methods.map((_, n) => n + 1), tried: [], values: {} };
  return [
    cards.answerCard(entry, view),
    cards.answerCard(entry, { ...view, as: 'user' }, { likely: true }),
    cards.checkCard(entry, 1, view),
    cards.sourcesCard(entry, 1, view),
    ...(entry.methods[0]
      ? [
          fixCards.methodCard(entry, 1, view),
          fixCards.verifyCard(entry, 1, view),
          fixCards.stepCard(entry, 1, 1, 'dfs', view),
          fixCards.failedCard(entry, 1, 1, 'f', view),
          fixCards.finishedCard(entry, 1, 'd', view),
          fixCards.valuesForm(entry, 1, {}),
        ]
      : []),
  ];
};

test('a locale leads to its language, and an unknown one to English', () => {
  const seen = [
    'de-AT',
    'DE',
    'de_CH.UTF-8',
    'fr-CA',
    'es-419',
    'ja-JP',
    'en-GB',
    'pt-BR',
    'den',
    'C.UTF-8',
    '',
    undefined,
  ];
  expect(seen.map(languageOf)).toEqual(['de', 'de', 'de', 'fr', 'es', 'ja', 'en', 'en', 'en', 'en', 'en', 'en']);
});

test('the language spoken before comes back, after a fault too', () => {
  const spoken = speaking('de', () => {
    expect(() =>
      speaking('ja', () => {
        throw new Error(language());
      }),
    ).toThrow('ja');
    return language();
  });
  expect([spoken, language()]).toEqual(['de', 'en']);
});

test('drawings speak the language that they were made for, and say so', () => {
  const german = drawnIn('de', ticketDrawings);
  speaking('fr', () =>
    expect(german.missing(7)).toMatchObject({
      text: expect.stringContaining('Es gibt kein Ticket HD-7'),
      language: 'de',
    }),
  );
  expect(drawnIn('en', ticketDrawings).missing(7)).not.toHaveProperty('language');
});

test('the language to speak is asked for in short', () => {
  const wished = {
    de: [
      'auf Deutsch',
      'bitte auf Deutsch',
      'sprechen Sie auf Deutsch?',
      'in German please',
      'en allemand',
      'Deutsch',
      'sprechen Sie Deutsch',
    ],
    en: ['in English', 'auf Englisch bitte', 'Can you answer in English?', '英語で', 'speak English please', 'English'],
    fr: ['en français', 'en français, s’il vous plaît', 'in French', 'parlez français', 'Français'],
    es: ['en español', 'en español por favor', 'in Spanish.', 'hable español', 'Español'],
    ja: ['日本語で', '日本語でお願いします', '日本語で話してください。', 'in Japanese', '日本語'],
  };
  for (const [one, texts] of Object.entries(wished))
    for (const text of texts) expect([text, languageIn(text)]).toEqual([text, one]);
  for (const text of [
    'in Outlook',
    'The error page is in German',
    'en ligne',
    'German',
    'Deutsch ist eingestellt',
    'speak to support',
  ])
    expect([text, languageIn(text)]).toEqual([text, undefined]);
});

test('the main commands are understood in every language', () => {
  const meant = {
    next: [
      'Nächste Methode',
      'hat nicht geholfen',
      'méthode suivante',
      "ça n'a pas marché",
      'método siguiente',
      'no funciona',
      '次の方法',
      '解決しませんでした。',
    ],
    worked: ['Hat geholfen!', 'geht wieder', 'ça marche', 'résolu', 'ya funciona', '解決しました'],
    helpdesk: [
      'mit einem Menschen sprechen',
      'Helpdesk fragen',
      'demander au support',
      "parler à quelqu'un",
      'hablar con una persona',
      'pedir asistencia',
      'ヘルプデスクに相談',
      'Ticket erstellen',
    ],
    unsure: ['weiß nicht', 'Ich weiß es nicht', 'je ne sais pas', 'no lo sé', 'わかりません'],
    none: ['keine davon', 'nein', 'aucun de ceux-là', 'ninguno de estos', 'どれでもない'],
    yes: ['ja', 'oui', 'sí', 'はい'],
    sources: ['Quellen', 'fuentes', '出典'],
    start: ['Schritt für Schritt', 'pas à pas', 'paso a paso', '手順を 1 つずつ'],
  };
  for (const [kind, texts] of Object.entries(meant))
    for (const text of texts) expect([text, command(text)?.kind]).toEqual([text, kind]);
  expect(command('Methode 2')).toEqual({ kind: 'method', n: 2 });
  expect(['Ich bin Administrator', 'je suis administratrice', 'soy usuario', '管理者です'].map(command)).toEqual(
    (['tenant-admin', 'tenant-admin', 'user', 'tenant-admin'] as const).map((audience) => ({ kind: 'as', audience })),
  );
  expect(['erledigt', 'échec', 'omitir', '戻る'].map(stepWord)).toEqual(['done', 'failed', 'skip', 'back']);
  expect(['abbrechen', 'annuler', 'cancelar', 'キャンセル'].map(smallTalk)).toEqual(Array(4).fill('neverMind'));
  expect(['Anmeldung geht nicht mehr', 'Outlook fragt nach dem Kennwort', 'la connexion échoue'].map(command)).toEqual([
    null,
    null,
    null,
  ]);
});

test('an answer to a question is understood in every language', () => {
  for (const one of others)
    for (const [facet, { values }] of Object.entries(findFixIn[one].questions))
      for (const [value, label] of Object.entries(values))
        expect([one, label, hearAnswer(facet as Facet, label)]).toEqual([one, label, value]);
  const answers: Readonly<Partial<Record<Facet, Readonly<Record<string, readonly string[]>>>>> = {
    where: {
      'outside-only': [
        'Nur von außen',
        'nur von aussen',
        'im Büro geht es, von zu Hause nicht',
        'seulement à la maison',
        'hors du bureau uniquement',
        'au bureau ça marche, pas à la maison',
        'solo fuera de la oficina',
        'en la oficina funciona, pero en casa no',
        '社外からだけです',
        '社内では使えますが、社外では使えません',
      ],
      'inside-only': ['im Büro', 'von zu Hause geht es, im Büro nicht', 'solo en la oficina', '社内だけです'],
      everywhere: ['überall', 'partout', 'en todas partes', 'どこでも'],
    },
    message: {
      none: ['Kein Code', 'ohne Fehlermeldung', 'pas de message', 'sin mensaje', 'メッセージはありません'],
      text: ['es gibt eine Meldung'],
    },
    federated: { yes: ['ja', 'oui', 'sí', 'はい', 'Wir haben AD FS'], no: ['nein', 'non', 'いいえ', 'ohne AD FS'] },
    scope: {
      'one-user': ['nur ich', 'moi seul', 'solo yo', '自分だけ'],
      everyone: ['alle', 'tout le monde', 'todos', '全員です'],
      'some-users': ['nicht alle', 'certains collègues', 'varios', '一部のユーザー'],
    },
    client: { mobile: ['am Handy', 'sur le téléphone', 'en el móvil', 'スマホです'], 'one-browser': ['nur in Chrome'] },
    prompt: {
      'repeated-prompts': ['das Kennwort wird immer wieder verlangt', 'パスワードを何度も聞かれます'],
      'page-unavailable': ['la página no se abre', 'ページが開きません'],
    },
    recent_change: { none: ['nichts', 'rien', 'nada', '特にありません'], 'new-device': ['un nouveau téléphone'] },
    account: { service: ['compte de service'], guest: ['ein Gastkonto'], consumer: ['cuenta personal'] },
    device: { unmanaged: ['mein privates Gerät'], managed: ['会社の端末'] },
    certificate: { 'ssl-proxy': ['TLS auf dem Proxy'], 'token-signing': ['firma de tokens'] },
  };
  for (const [facet, values] of Object.entries(answers))
    for (const [value, texts] of Object.entries(values))
      for (const text of texts) expect([facet, text, hearAnswer(facet as Facet, text)]).toEqual([facet, text, value]);
});

test('a typed answer leads on in the language of its person', async () => {
  const bot = await realEngine();
  const locales = { de: 'weiß ich nicht', fr: 'je ne sais pas', es: 'no lo sé', ja: 'わかりません' };
  for (const [locale, unsure] of Object.entries(locales)) {
    const person = { id: locale, name: locale, locale };
    const first = await bot.answer(incoming('users get an error when they sign in', { person }));
    const next = await bot.answer(incoming(unsure, { person }));
    expect([locale, first.understood?.outcome, next.understood?.outcome]).toEqual([locale, 'clarify', 'clarify']);
    expect([locale, next.replies[0]?.text]).not.toEqual([locale, first.replies[0]?.text]);
    const texts = Object.values(findFixIn[locale as Language].questions).map(({ text }) => text);
    expect([locale, texts.some((text) => next.replies[0]?.text.includes(text))]).toEqual([locale, true]);
  }
  await bot.stop();
});

test('who reads another language is told once that the guides are in English', async () => {
  const bot = await realEngine();
  const ask = async (text: string, locale: string) =>
    (await bot.answer(incoming(text, { person: { id: locale, name: 'Ada', locale } }))).replies[0]?.text;
  const told = findFixIn.de.words.inEnglish;
  expect(await ask('AADSTS50105', 'de-DE')).toContain(told);
  expect(await ask('AADSTS50126', 'de-DE')).not.toContain(told);
  expect(await ask('AADSTS50105', 'en-GB')).not.toContain(findFixIn.en.words.inEnglish);
  await bot.stop();
});

test('what is wrong now is asked for in every language', () => {
  const buttons = languages.map((one) => noticesIn[one].words.button.all);
  const texts = [...buttons, 'Meldungen zeigen', 'Alertes en cours', 'Ver los avisos', '現在の障害'];
  expect(texts.map((text) => asked(text, false))).toEqual(texts.map(() => ({ kind: 'list' })));
  const problems = ['問題', 'Störung bei der Anmeldung', 'la connexion est en panne', 'falla el inicio de sesión'];
  expect(problems.map((text) => asked(text, false))).toEqual(problems.map(() => null));
});

test('what is kept of a person, and checks, are asked for in every language', async () => {
  const bot = await realEngine();
  const led: Readonly<Record<string, readonly string[]>> = {
    aboutMe: ['meine Daten', 'que savez-vous de moi ?', '¿qué sabe de mí?', '自分のデータを表示'],
    forgetMe: [
      'ja, meine Daten löschen',
      'oui, supprimer mes données',
      'sí, eliminar mis datos',
      'はい、自分のデータを削除',
    ],
    listTickets: ['meine Tickets', 'mes tickets', 'mis tickets', '自分のチケット', 'マイチケット'],
    runCheck: ['Prüfe contoso.com', 'contoso.com prüfen', 'vérifier contoso.com', 'contoso.comを確認'],
  };
  for (const [effect, texts] of Object.entries(led))
    for (const text of texts) expect([text, (await bot.answer(incoming(text))).effects]).toEqual([text, [effect]]);
  const deletions = ['meine Daten löschen', 'supprimer mes données', 'eliminar mis datos', '自分のデータを削除'];
  for (const text of deletions)
    expect([text, (await bot.answer(incoming(text))).replies[0]?.actions?.[0]]).toEqual([
      text,
      expect.objectContaining({ choice: 'me:delete' }),
    ]);
  await bot.stop();
});

test('the commands and prompts that Teams and Slack offer are understood', async () => {
  const bot = await realEngine();
  const led = async (text: string) => {
    const { effects, understood } = await bot.answer(incoming(text, { person: { id: text, name: 'Ada' } }));
    return effects.length > 0 ? effects : understood?.outcome;
  };
  for (const one of others) {
    const file = new URL(`../../manifest/teams/languages/${one}.json`, import.meta.url);
    const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
    const titles = Object.entries(texts).filter(([key]) => /commandLists\[0\].*title$/.test(key));
    const meant = await Promise.all(titles.map(([, title]) => led(title)));
    expect([one, meant]).toEqual([one, ['answer', ['listTickets'], ['runCheck'], 'smalltalk']]);
  }
  for (const one of languages) {
    const { prompts } = allPhrases[one];
    const [code, asking, mine, person] = await Promise.all(prompts.map(({ message }) => led(message)));
    expect([one, code, asking, mine, person]).toEqual([one, 'answer', 'clarify', ['listTickets'], 'other']);
  }
  await bot.stop();
});

/** Every label of the cards does what it says when it is typed. */
test('what stands on the main buttons can be typed', () => {
  for (const one of languages) {
    const { button } = findFixIn[one].words;
    const kinds = {
      worked: button.worked,
      next: button.next,
      helpdesk: button.helpdesk,
      sources: button.sources,
      unsure: button.unsure,
      none: button.none,
    };
    for (const [kind, label] of Object.entries(kinds))
      expect([one, label, command(label)?.kind]).toEqual([one, label, kind]);
  }
});

test('the language of the organisation is that of its rooms, and of people whose own is not known', async () => {
  const slack = recordingChannel('slack');
  const bot = await realEngine(undefined, {
    channels: new Map([['slack', slack]]),
    admins: ['slack:eva'],
    language: 'de',
  });
  const room = { channel: 'slack', conversation: 'desk' } as const;
  const eva = { place: room, room, person: { id: 'eva', name: 'Eva', locale: 'en-US' } };
  const [begun] = (await bot.answer(incoming('use this channel for helpdesk', eva))).replies;
  await bot.settle();
  await bot.answer(incoming('test card', eva));
  await bot.settle();
  const [unknown] = (await bot.answer(incoming('AADSTS50105'))).replies;
  await bot.stop();
  expect(begun?.title).toBe('This is a helpdesk channel now');
  expect(slack.done.map(({ reply }) => [reply.text, reply.language])).toEqual([
    [ticketsIn.de.tickets.setUp.test, 'de'],
  ]);
  expect(unknown).toMatchObject({ language: 'de', text: expect.stringContaining('Methode 1: ') });
});

test('what a ticket keeps of our own words is English, and its cards are not', async () => {
  const slack = recordingChannel('slack');
  const bot = await realEngine(undefined, { channels: new Map([['slack', slack]]), admins: ['slack:eva'] });
  const room = { channel: 'slack', conversation: 'desk' } as const;
  await bot.answer(
    incoming('use this channel for helpdesk', { place: room, room, person: { id: 'eva', name: 'Eva' } }),
  );
  await bot.settle();
  const ada = { person: { id: 'ada', name: 'Ada', locale: 'ja-JP' } };
  const say = async (text: string) => (await bot.answer(incoming(text, ada))).replies;
  await say('AADSTS50105 Correlation Id: 45ef91dc-fd18-4feb-b8a6-3e7a5a1fe5af');
  await say('手順を 1 つずつ');
  await say('完了');
  await say('次の方法');
  const [form] = await say('ヘルプデスクに相談');
  expect(form?.text).toContain('1 完了');
  await say('給与明細が開けません');
  await say('全員');
  await say('送信');
  await bot.settle();
  const ticket = await bot.store.ticket(1);
  await bot.stop();
  expect(ticket).toMatchObject({
    affected: 'everyone',
    requester: { locale: 'ja-JP' },
    ids: { Code: 'AADSTS50105', 'Correlation ID': '45ef91dc-fd18-4feb-b8a6-3e7a5a1fe5af' },
    tried: [{ method: 1, steps: '1 done' }],
  });
  expect(speaking('fr', () => ticketDrawings.desk(ticket!, 0)).text).toContain('1 faite');
  expect(speaking('fr', () => ticketDrawings.desk(ticket!, 0)).text).toContain('ID de corrélation : 45ef91dc');
});
