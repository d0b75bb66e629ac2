/** What the bot says while it finds and fixes, in German. */
import type * as English from '../en/find-fix.ts';

export const questions: typeof English.questions = {
  federated: {
    label: 'Domäne',
    text: 'Läuft die Anmeldung der Domäne über AD FS oder einen anderen Verbundserver?',
    values: { yes: 'Ja, im Verbund', no: 'Nein, in der Cloud' },
  },
  where: {
    label: 'Wo',
    text: 'Wo tritt der Fehler auf?',
    values: {
      everywhere: 'Überall',
      'outside-only': 'Nur außerhalb des Büros',
      'inside-only': 'Nur im Büro',
      'one-place': 'Nur an einem Ort',
    },
  },
  scope: {
    label: 'Wer',
    text: 'Wer ist betroffen?',
    values: {
      everyone: 'Alle',
      'federated-users': 'Alle Verbundbenutzer',
      'some-users': 'Einige Personen',
      'one-user': 'Eine Person',
      'one-device': 'Ein Gerät',
    },
  },
  client: {
    label: 'Programm',
    text: 'In welchem Programm tritt der Fehler auf?',
    values: {
      browser: 'Im Browser',
      'one-browser': 'Nur in einem Browser',
      'outlook-mail': 'Outlook oder anderes Mailprogramm',
      mobile: 'Smartphone oder Tablet',
      'desktop-app': 'Desktop-App',
      script: 'Skript',
    },
  },
  prompt: {
    label: 'Die Person sieht',
    text: 'Was sieht die Person?',
    values: {
      'repeated-prompts': 'Immer wieder die Kennwortabfrage',
      'no-prompt': 'Gar keine Abfrage',
      'error-after-password': 'Einen Fehler nach dem Kennwort',
      'certificate-warning': 'Eine Zertifikatwarnung',
      'page-unavailable': 'Eine Seite, die sich nicht öffnet',
      'redirect-loop': 'Endlose Weiterleitungen',
      'blocked-message': 'Meldung: Zugriff gesperrt',
    },
  },
  message: {
    label: 'Fehlermeldung',
    text: 'Gibt es einen Fehlercode oder eine Fehlermeldung? Wenn ja, fügen Sie sie bitte hier ein.',
    values: { code: 'Es gibt einen Code', text: 'Nur Text', none: 'Keine Meldung' },
  },
  certificate: {
    label: 'Zertifikat',
    text: 'Um welches Zertifikat geht es?',
    values: {
      'token-signing': 'Tokensignatur',
      'token-decrypting': 'Tokenentschlüsselung',
      'ssl-proxy': 'TLS/SSL auf dem Proxy',
      'ssl-adfs': 'TLS/SSL auf AD FS',
      none: 'Um keines davon',
    },
  },
  recent_change: {
    label: 'Kurz vorher',
    text: 'Was wurde kurz vorher geändert?',
    values: {
      'certificate-renewed': 'Ein Zertifikat wurde neu oder lief ab',
      'password-changed': 'Das Kennwort wurde geändert',
      'firewall-or-proxy': 'Firewall oder Proxy',
      'new-device': 'Ein neues Gerät',
      policy: 'Eine Richtlinie',
      migration: 'Eine Migration',
      none: 'Nichts, soweit ich weiß',
    },
  },
  account: {
    label: 'Konto',
    text: 'Was für ein Konto ist es?',
    values: {
      cloud: 'Cloudkonto',
      synced: 'Aus AD synchronisiert',
      guest: 'Gastkonto',
      consumer: 'Persönliches Microsoft-Konto',
      service: 'Dienstkonto',
    },
  },
  device: {
    label: 'Gerät',
    text: 'Was für ein Gerät ist es?',
    values: { managed: 'Von der Firma verwaltet', unmanaged: 'Nicht verwaltet', 'new-phone': 'Ein neues Smartphone' },
  },
};

export const who: typeof English.who = {
  user: 'die Person, die sich anmeldet',
  helpdesk: 'der Helpdesk',
  'tenant-admin': 'die Administration des Mandanten',
  'app-developer': 'das Team, das die Anwendung entwickelt oder verantwortet',
  nobody: 'niemand, es ist kein Fehler',
};

export const risk: typeof English.risk = { none: 'keines', low: 'gering', medium: 'mittel', high: 'hoch' };

const secrets: typeof English.words.secret.kinds = {
  password: ['ein Kennwort oder eine PIN', 'Ändern Sie dieses Kennwort jetzt.'],
  token: [
    'ein Anmeldetoken',
    'Melden Sie sich von allen Sitzungen ab, damit das Token ungültig wird, oder lassen Sie die Sitzungen widerrufen.',
  ],
  'authorization-code': [
    'ein Autorisierungscode',
    'Melden Sie sich neu an, damit der Code nicht mehr benutzt werden kann, und lassen Sie die Sitzungen widerrufen, falls ihn jemand gelesen haben könnte.',
  ],
  'client-secret': [
    'ein geheimer Clientschlüssel',
    'Lassen Sie für die App einen neuen Schlüssel anlegen und den alten löschen.',
  ],
  'saml-response': [
    'eine SAML-Antwort',
    'Melden Sie sich von dieser App ab, und lassen Sie die Sitzungen widerrufen, falls sie jemand gelesen haben könnte.',
  ],
  cookie: ['ein Anmelde-Cookie', 'Melden Sie sich von allen Sitzungen ab, damit das Cookie ungültig wird.'],
  'private-key': ['ein privater Schlüssel', 'Ersetzen Sie den Schlüssel und sein Zertifikat jetzt.'],
  certificate: [
    'ein Zertifikat',
    'Ein Zertifikat allein ist öffentlich; ersetzen Sie es, falls auch sein privater Schlüssel weitergegeben wurde.',
  ],
  'access-key': ['ein Zugriffsschlüssel', 'Lassen Sie den Schlüssel oder die Signatur jetzt erneuern.'],
  'api-token': ['ein API-Token', 'Widerrufen Sie das Token dort, wo es erstellt wurde.'],
  'one-time-code': [
    'ein Einmalcode',
    'Nehmen Sie einen neuen Code, und geben Sie nie einen weiter: Wer danach fragt, will sich vielleicht als Sie anmelden.',
  ],
};

export const words: typeof English.words = {
  cause: 'Ursache',
  check: 'So prüfen Sie es',
  method: (n, title) => `Methode ${n}: ${title}`,
  methodOf: (n, of, title) => `Methode ${n} von ${of}: ${title}`,
  user: 'Wenn Sie selbst betroffen sind',
  more: 'Gut zu wissen',
  notes: 'Aus Ihrer Organisation',
  retired: 'Ältere Anleitungen nennen Befehle, die es nicht mehr gibt',
  retiredPair: ' gibt es nicht mehr. Stattdessen: ',
  sources: 'Quellen',
  whoActs: 'Wer es behebt',
  takes: 'Dauer',
  minutes: (n) => `etwa ${n} Minuten`,
  reviewed: 'Zuletzt geprüft',
  risk: 'Risiko',
  also: (code, title) => `Auch in Ihrer Nachricht: ${code} (${title}). Fragen Sie mich mit dem Code danach.`,
  alsoUnknown: (codes) => `Auch in Ihrer Nachricht, aber nicht in meinem Katalog: ${codes}.`,
  inEnglish: 'Die mitgelieferten Anleitungen sind auf Englisch.',
  likely: 'Nach Ihren Angaben ist das die wahrscheinlichste Ursache. Wenn sie nicht passt, wählen Sie „Nichts davon“.',
  verifyFirst: 'Prüfen Sie zuerst, ob das wirklich die Ursache ist („So prüfen Sie es“).',
  actsNote: (whom) => `Zuständig: ${whom}.`,
  userOnly: (whom) => `Das können Sie nicht selbst beheben. Zuständig: ${whom}. Ihr Helpdesk kümmert sich darum.`,
  language: 'Alles klar, ab jetzt auf Deutsch.',
  audience: {
    user: 'Alles klar, ab jetzt sage ich Ihnen, was Sie selbst tun können und an wen Sie sich wenden.',
    helpdesk: 'Alles klar, ab jetzt zeige ich Ihnen die Sicht des Helpdesks.',
    'tenant-admin': 'Alles klar, ab jetzt zeige ich Ihnen jeden Schritt und jeden Befehl.',
    'app-developer': 'Alles klar, ab jetzt zeige ich Ihnen jeden Schritt und jeden Befehl.',
  },
  walk: {
    title: (n, title) => `Methode ${n}: ${title}`,
    step: (k, of) => `Schritt ${k} von ${of}`,
    soFar: 'Bisher',
    results: { d: 'erledigt', f: 'fehlgeschlagen', s: 'übersprungen', h: 'half einigen' },
    before: (n, title) => `Bevor Sie mit Methode ${n} beginnen: ${title}`,
    makeSure: 'Stellen Sie zuerst sicher, dass das die Ursache ist:',
    noCheck:
      'Notieren Sie zuerst die jetzigen Einstellungen, damit Sie zurück können, und wählen Sie einen ruhigen Zeitpunkt.',
    finished: (n) =>
      `Das war der letzte Schritt von Methode ${n}. Melden Sie sich noch einmal an, am besten in einem privaten Browserfenster. Hat es geholfen?`,
    failed: (k) => `Schritt ${k} ist fehlgeschlagen`,
    whatNext:
      'Lesen Sie die Meldung des Schritts noch einmal: Meist fehlen Rechte, ein Name ist falsch oder ein Modul fehlt. Wenn sie einen Code nennt, geben Sie ihn mir.',
    button: {
      start: 'Schritt für Schritt',
      begin: 'Geprüft, weiter',
      done: 'Erledigt',
      failed: 'Fehlgeschlagen',
      skip: 'Überspringen',
      back: 'Zurück',
      all: 'Alle Schritte zeigen',
      again: 'Noch einmal',
      onward: 'Trotzdem weiter',
      values: 'Meine Domäne einsetzen',
      full: 'Lösung zeigen',
    },
  },
  values: {
    title: 'Ihre eigenen Namen für die Befehle',
    text: 'Ich setze sie in den Befehlen an die Stelle der Beispiele.',
    domain: 'Ihre Domäne',
    domainHint: 'zum Beispiel fabrikam.com',
    server: 'Name Ihres Verbundservers',
    serverHint: 'zum Beispiel sts.fabrikam.com',
    wrong: 'Das ist kein solcher Name. Geben Sie ihn an wie fabrikam.com.',
    send: 'Einsetzen',
  },
  button: {
    worked: 'Hat geholfen',
    next: 'Nächste Methode',
    last: 'Hat nicht geholfen',
    helpdesk: 'Helpdesk fragen',
    deskText: 'Text für den Helpdesk',
    sources: 'Quellen',
    check: 'So prüfen Sie es',
    back: 'Zurück zur Antwort',
    unsure: 'Weiß ich nicht',
    none: 'Nichts davon',
    yes: 'Ja, zeigen',
    no: 'Nein',
    lookUp: 'Bei Microsoft nachschlagen',
    matter: 'Anderes Problem',
    elsewhere: 'Anderes suchen, das passt',
    alternative: (title: string) => `Eher: ${title}`,
  },
  candidates: (titles) => `Es könnte sein: ${titles.join('; ')}.`,
  several: {
    title: (count) => `Sie haben ${count} Probleme genannt:`,
    now: 'jetzt',
    next: 'danach',
    unknown: 'kein Anmeldefehler, den ich kenne',
  },
  pick: 'Mehrere Probleme passen etwa gleich gut. Welches ist es?',
  pickOne: 'Könnte es dieses sein?',
  backTo: (title, facts) => (facts ? `Zurück zu „${title}“. Bekannt ist: ${facts}.` : `Zurück zu „${title}“.`),
  backNowhere: 'Vorher gab es keine andere Antwort.',
  backToWhich: 'Zurück zu welchem davon?',
  onlyMethods: (n) =>
    n === 1 ? 'Für dieses Problem gibt es nur eine Methode.' : `Für dieses Problem gibt es nur ${n} Methoden.`,
  nothingOpen:
    'Es ist keine Antwort offen, zu der das passt. Geben Sie mir einen Code, oder beschreiben Sie das Problem.',
  didItHelp: 'Geht die Anmeldung jetzt? Sagen Sie „hat geholfen“ oder „nächste“ für eine andere Methode.',
  stillAt: (title) =>
    `Ich bin noch bei „${title}“. Machen Sie mit den Knöpfen oben oder mit „nächste“, „hat geholfen“ oder „helpdesk“ weiter, oder beschreiben Sie ein anderes Problem.`,
  after: {
    fits: (facts, title) => `${facts}. Das passt zu meiner Antwort „${title}“.`,
    against: (fact, title, usual) => `Sie sagen: ${fact}. Bei meiner Antwort „${title}“ geht es meist um: ${usual}.`,
    noted: (facts) => `Vermerkt: ${facts}.`,
    codeDecides:
      'Ein Code sagt mehr als das, deshalb bleibt die Antwort: Bitte vergleichen Sie ihn noch einmal mit der Meldung. Oder ich suche, was sonst zu Ihren Angaben passt.',
    mayBeOther: 'Es kann also eine andere Ursache sein: Ich kann suchen, was sonst zu Ihren Angaben passt.',
    looksElsewhere: (facts, title) =>
      `Ich suche, was sonst passt (${facts}). Mit „zurück“ geht es zurück zu „${title}“.`,
    nowhereElse: (title) =>
      `Ich finde nichts anderes, das zu Ihren Angaben passt, deshalb bleibt es bei „${title}“. Ihr Helpdesk kann es mit Ihnen ansehen.`,
    self: 'Wenn Sie das nicht selbst dürfen:',
    working: 'Arbeitszeit, ohne die Zeit, bis es wirkt',
    untold: 'nicht angegeben',
    speaks: (where) => `Dazu sagt meine Antwort, unter „${where}“`,
    understood: (finding) => `So verstehe ich Sie: ${finding}`,
    speaksFor: (method) => `Was Sie sagen, spricht dafür: ${method}`,
    perhaps: (method) => `Vielleicht spricht das, was Sie sagen, dafür: ${method}`,
    closest: (where) => `Am nächsten kommt dem in meiner Antwort: ${where}`,
    nearest: 'Was dem in meiner Antwort am nächsten kommt',
    unsaid: (title) =>
      `Dazu habe ich in meiner Antwort „${title}“ nichts gefunden. Vielleicht sagt eine ihrer Methoden mehr; oder ist es ein anderes Problem?`,
    aside: (title) => `Dazu steht nichts in meiner Antwort „${title}“. Ist es ein anderes Problem?`,
  },
  glossary: {
    trouble: 'Was damit schiefgehen kann:',
    asked: 'Meine Frage oben ist noch offen.',
  },
  looksAgain: 'Damit sehe ich noch einmal nach.',
  pasteIt: 'Bitte fügen Sie sie hier so ein, wie sie ist, am besten die ganze Seite.',
  unsure: 'Das habe ich nicht als Antwort auf meine Frage verstanden, deshalb mache ich ohne sie weiter.',
  known: 'Das weiß ich schon, deshalb mache ich weiter.',
  question: 'Eine Frage, um sicher zu sein:',
  didYouMean: (typed, code, title) =>
    `${typed} steht nicht in meinem Katalog. Meinten Sie ${code} (${title})? Bitte vergleichen Sie mit der Originalmeldung: Ähnliche Codes bedeuten oft etwas ganz anderes.`,
  whoseNumber: (typed, code, title) =>
    `${typed} allein sagt nicht, wessen Nummer das ist. Haben Sie ${code} (${title}) bei der Anmeldung bei Microsoft gesehen?`,
  unknownCode: {
    title: (codes) => `${codes} kenne ich nicht`,
    text: 'Das steht nicht in meinem Katalog, und ich rate nicht: Ähnliche Codes bedeuten oft etwas ganz anderes. Bitte prüfen Sie, ob der Code vollständig kopiert wurde.',
    near: 'Nach Ihrer Beschreibung könnte es das sein:',
    lookUp: 'Microsoft erklärt seine AADSTS-Codes unter der Adresse unten.',
  },
  unknown: {
    title: 'Das kenne ich nicht',
    text: 'Ich kenne die Anmeldefehler von Microsoft 365, Microsoft Entra ID und AD FS. Keiner passt gut genug, und das sage ich lieber, als zu raten.',
    hint: 'Wenn es einer davon ist, fügen Sie die ganze Fehlerseite mit dem Code ein, oder sagen Sie, wer betroffen ist, wo es auftritt und was zu sehen ist.',
    near: 'Am nächsten kommt das hier, was es aber wahrscheinlich nicht ist:',
  },
  secret: {
    seen: (names) => `In Ihrer Nachricht stand: ${names.join(' und ')}.`,
    kept: 'Signpost hat nichts davon gespeichert, aber der Chat zeigt es noch: Löschen Sie die Nachricht, wenn Sie können.',
    onPage: 'Signpost hat nichts davon gespeichert, und diese Seite zeigt es nicht mehr.',
    kinds: secrets,
  },
  foreign: {
    title: 'Das sieht nach einem Fehler eines anderen Systems aus',
    text: 'Ich kenne nur Anmeldefehler von Microsoft 365, Microsoft Entra ID und AD FS, deshalb rate ich hier nicht.',
    number: 'Falls es doch die Nummer eines Microsoft-Anmeldefehlers ist, wäre das die Antwort darauf:',
  },
  rephrase:
    'Dann beschreiben Sie es bitte mit anderen Worten: Wer ist betroffen, wo tritt es auf, was ist zu sehen? Am meisten hilft eine eingefügte Fehlerseite.',
  rephrasedAlready: 'Dann habe ich es nicht. Ihr Helpdesk sollte es sich mit Ihnen ansehen.',
  worked: 'Das freut mich. Ich habe mir gemerkt, dass diese Methode geholfen hat.',
  lastMethod: 'Das war die letzte Methode, die ich für dieses Problem habe.',
  handOver: {
    title: 'Für Ihren Helpdesk',
    text: 'Schicken Sie das an Ihren Helpdesk, damit niemand noch einmal fragen muss:',
    problem: 'Problem',
    code: 'Code',
    tried: 'Ohne Erfolg versucht',
    nothing: 'noch nichts',
    correlationId: 'Korrelations-ID',
    requestId: 'Anforderungs-ID',
    timestamp: 'Zeitpunkt',
    application: 'Anwendung',
    tenant: 'Mandant',
    add: ({ who: whom, when }) => {
      const missing = [...(whom ? ['wer betroffen ist'] : []), ...(when ? ['seit wann'] : [])].join(' und ');
      return `${missing && `Ergänzen Sie, ${missing}. `}Kennwörter und Codes vom Smartphone gehören nicht hinein.`;
    },
    unnamed: 'noch nicht bestimmt',
    lookedLast: (title) => `noch nicht bestimmt; zuletzt angesehen: ${title}`,
    perhaps: (titles) => `noch nicht bestimmt; vielleicht: ${titles.join('; oder: ')}`,
  },
  picture: {
    reading: (read, sent) =>
      read < sent
        ? `Ich habe Ihre ${sent} Bilder; was ich in den ersten ${read} lese, kommt gleich.`
        : read === 1
          ? 'Ich habe Ihr Bild; was ich darin lese, kommt gleich.'
          : `Ich habe Ihre ${read} Bilder; was ich darin lese, kommt gleich.`,
    where: (n, of) => (of === 1 ? 'Ihr Bild' : `Bild ${n} von ${of}`),
    code: (code, title, where) => `${where}: Ich lese ${code} (${title}). Stimmt das?`,
    codes: (where) => `${where}: Ich lese mehrere Codes. Um welchen geht es?`,
    looks: (where) =>
      `${where}: Ich finde keinen Code, bei dem ich sicher bin, aber der Text passt hierzu. Meinen Sie das?`,
    unknown: (codes, where) =>
      `${where}: Ich lese ${codes}, und das steht nicht in meinem Katalog. Vielleicht habe ich mich verlesen: Bitte vergleichen Sie, und tippen Sie den Code so ein, wie er dort steht.`,
    nothing: (where) =>
      `${where}: Ich konnte keinen Anmeldefehler lesen. Bitte tippen Sie den Code ein, oder fügen Sie den Text der Meldung ein.`,
    compare: 'Bitte vergleichen Sie den Code mit dem Bild: Ein einzelnes Zeichen ist schnell verlesen.',
    ids: 'Auch im Bild gelesen. Bitte prüfen Sie jedes Zeichen, bevor Sie es verwenden:',
    typeIt: 'Dann tippen Sie bitte den Code so ein, wie er im Bild steht, oder fügen Sie den Text der Meldung ein.',
    unread: {
      absent: () =>
        'Ich kann hier keine Bilder lesen. Bitte tippen Sie den Code ein, oder fügen Sie den Text der Meldung ein.',
      busy: () =>
        'Ich lese gerade andere Bilder. Bitte senden Sie es in einer Minute noch einmal, oder tippen Sie den Code ein.',
      slow: (where) =>
        `${where}: Das Lesen dauert mir zu lange. Bitte senden Sie nur den Teil mit der Meldung, oder tippen Sie den Code ein.`,
      large: (where) =>
        `${where}: Die Datei ist zu groß, ich nehme Bilder bis 8 MB. Bitte senden Sie nur den Teil mit der Meldung, oder tippen Sie den Code ein.`,
      huge: (where) =>
        `${where}: Das sind zu viele Pixel für mich. Bitte senden Sie nur den Teil mit der Meldung, oder tippen Sie den Code ein.`,
      kind: (where) =>
        `${where}: Ich lese nur PNG, JPEG, WebP und GIF. Bitte senden Sie eines davon, oder tippen Sie den Code ein.`,
      damaged: (where) =>
        `${where}: Die Datei ist beschädigt und lässt sich nicht öffnen. Bitte senden Sie sie noch einmal, oder tippen Sie den Code ein.`,
      gone: (where) =>
        `${where}: Ich konnte es nicht rechtzeitig holen. Bitte senden Sie es noch einmal, oder tippen Sie den Code ein.`,
      refused: (where) =>
        `${where}: Ich habe es nicht bekommen oder darf es nicht holen. Bitte tippen Sie den Code ein, oder fügen Sie den Text der Meldung ein.`,
      failed: (where) =>
        `${where}: Dabei ist etwas schiefgegangen. Bitte senden Sie es noch einmal, oder tippen Sie den Code ein.`,
    },
  },
  earlier:
    'Diese Frage gehört zu einer früheren Nachricht. Beschreiben Sie das Problem noch einmal, und ich fange neu an.',
  gone: 'Dieser Eintrag steht nicht mehr in meinem Katalog. Bitte fragen Sie noch einmal mit dem Code oder in eigenen Worten.',
  hello: {
    title: 'Hallo, ich bin Signpost',
    text: 'Ich finde die Ursache von Anmeldefehlern bei Microsoft 365, Microsoft Entra ID und AD FS und die Schritte, die sie beheben. Die Anleitungen selbst sind auf Englisch.',
    how: 'Geben Sie mir einen Fehlercode, fügen Sie die ganze Fehlerseite ein, oder sagen Sie in eigenen Worten, was passiert.',
  },
  help: {
    title: 'So benutzen Sie mich',
    points: [
      'Ein Code: „80043431“ oder einfach AADSTS50126.',
      'Eine ganze Fehlerseite, so eingefügt, wie sie ist: Codes und IDs suche ich selbst heraus.',
      'Ein Bild der Fehlerseite: Ich lese es und frage, ob ich es richtig gelesen habe.',
      'Ihre eigenen Worte, am besten auf Englisch: „users outside the office are prompted again and again“.',
      'Ein Fachwort: „Was ist ein UPN?“',
      'Wenn mehrere Ursachen passen, frage ich nach, und wenn ich etwas nicht weiß, sage ich es.',
      'Jederzeit: „nächste Methode“, „Quellen“, „Helpdesk fragen“, „abbrechen“, „in English“.',
    ],
  },
  explained: {
    several: 'Das könnte eines von mehreren sein',
    narrow: 'Ohne einen Code oder mehr Angaben kann ich nicht sagen, welches. Am wahrscheinlichsten sind:',
    nothing: 'Ich sehe in dieser Nachricht keinen Fehler: keinen Code und kein Anmeldeproblem, das ich kenne.',
    secret: (names) =>
      `In der Nachricht steht: ${names.join(' und ')}. Ich habe nichts davon gespeichert, aber der Chat zeigt es noch: Wer sie geschrieben hat, sollte sie löschen.`,
    goOn: 'Das sehen nur Sie. Für Rückfragen, die anderen Methoden oder den Helpdesk schreiben Sie Signpost in einem Chat.',
  },
  examples: ['80043431', 'Users outside the office are prompted again and again', 'AADSTS50105'],
  thanks: 'Gern geschehen. Kommen Sie mit dem nächsten Code wieder.',
  thanksOpen: 'Gern geschehen. Sagen Sie mir, ob es geholfen hat, wenn Sie es versucht haben.',
  exposed:
    'Was ich als Geheimnis erkenne, wird unkenntlich gemacht, bevor etwas gespeichert wird. Wer sonst noch in diesem Chat oder Kanal ist, sieht Ihre Nachricht aber weiterhin: Löschen Sie sie, und ändern Sie das Kennwort oder Geheimnis jetzt.',
  fedUp:
    'Es tut mir leid, dass ich nicht helfen konnte. Schreiben Sie „Helpdesk“, dann übernimmt ein Mensch mit allem, was ich über das Problem weiß.',
  neverMind:
    'Alles klar, das habe ich beiseitegelegt. Geben Sie mir jederzeit einen Code, oder beschreiben Sie ein Problem.',
  nothing:
    'Worum geht es? Geben Sie mir einen Fehlercode, fügen Sie die Fehlerseite ein, oder beschreiben Sie, was passiert.',
  tooFast: (seconds) =>
    `Das war viel auf einmal. In etwa ${seconds} Sekunden lese ich weiter; was Sie vorher senden, sehe ich nicht.`,
  apology: (reference) =>
    `Bei mir ist etwas schiefgegangen; notiert ist es unter ${reference}. Bitte versuchen Sie es noch einmal. Wenn es wieder passiert, geben Sie Ihrem Helpdesk diese Nummer.`,
};
