/** What the bot says while it finds and fixes, in Japanese. */
import type * as English from '../en/find-fix.ts';

export const questions: typeof English.questions = {
  federated: {
    label: 'ドメイン',
    text: 'ドメインのサインインは AD FS などのフェデレーション サーバーを経由しますか？',
    values: { yes: 'はい、フェデレーション', no: 'いいえ、クラウド' },
  },
  where: {
    label: '場所',
    text: 'どこで失敗しますか？',
    values: {
      everywhere: 'どこでも',
      'outside-only': '社外だけ',
      'inside-only': '社内だけ',
      'one-place': '1 か所だけ',
    },
  },
  scope: {
    label: '影響を受けている人',
    text: '影響を受けているのは誰ですか？',
    values: {
      everyone: '全員',
      'federated-users': 'フェデレーション ユーザー全員',
      'some-users': '一部のユーザー',
      'one-user': '1 人のユーザー',
      'one-device': '1 台のデバイス',
    },
  },
  client: {
    label: 'プログラム',
    text: 'どのプログラムで失敗しますか？',
    values: {
      browser: 'ブラウザー',
      'one-browser': '特定のブラウザーだけ',
      'outlook-mail': 'Outlook などのメール',
      mobile: 'スマホ・タブレット',
      'desktop-app': 'デスクトップ アプリ',
      script: 'スクリプト',
    },
  },
  prompt: {
    label: '画面の表示',
    text: '画面には何が表示されますか？',
    values: {
      'repeated-prompts': '何度もパスワードを求められる',
      'no-prompt': '何も求められない',
      'error-after-password': 'パスワード入力後にエラー',
      'certificate-warning': '証明書の警告',
      'page-unavailable': 'ページが開かない',
      'redirect-loop': 'リダイレクトが繰り返される',
      'blocked-message': 'アクセス ブロックの表示',
    },
  },
  message: {
    label: 'エラー メッセージ',
    text: 'エラー コードやエラー メッセージはありますか？ あれば、ここに貼り付けてください。',
    values: { code: 'コードがある', text: '文章だけ', none: 'メッセージなし' },
  },
  certificate: {
    label: '証明書',
    text: 'どの証明書についてですか？',
    values: {
      'token-signing': 'トークン署名',
      'token-decrypting': 'トークン暗号化解除',
      'ssl-proxy': 'プロキシの TLS/SSL',
      'ssl-adfs': 'AD FS の TLS/SSL',
      none: 'どれでもない',
    },
  },
  recent_change: {
    label: '直前の変更',
    text: '発生の直前に何か変更しましたか？',
    values: {
      'certificate-renewed': '証明書を更新した、または期限が切れた',
      'password-changed': 'パスワードを変更した',
      'firewall-or-proxy': 'ファイアウォール・プロキシ',
      'new-device': '新しいデバイス',
      policy: 'ポリシー',
      migration: '移行',
      none: '思い当たらない',
    },
  },
  account: {
    label: 'アカウント',
    text: 'アカウントの種類は何ですか？',
    values: {
      cloud: 'クラウド アカウント',
      synced: 'AD から同期',
      guest: 'ゲスト',
      consumer: '個人の Microsoft アカウント',
      service: 'サービス アカウント',
    },
  },
  device: {
    label: 'デバイス',
    text: 'どのようなデバイスですか？',
    values: { managed: '会社が管理', unmanaged: '管理されていない', 'new-phone': '新しいスマホ' },
  },
};

export const who: typeof English.who = {
  user: 'サインインするご本人',
  helpdesk: 'ヘルプデスク',
  'tenant-admin': 'テナント管理者',
  'app-developer': 'アプリケーションの開発者または責任者',
  nobody: '対応は不要（障害ではありません）',
};

export const risk: typeof English.risk = { none: 'なし', low: '低', medium: '中', high: '高' };

const secrets: typeof English.words.secret.kinds = {
  password: ['パスワードまたは PIN', '今すぐそのパスワードを変更してください。'],
  token: [
    'サインイン トークン',
    'すべてのセッションからサインアウトしてトークンを無効にするか、管理者にセッションの取り消しを依頼してください。',
  ],
  'authorization-code': [
    '承認コード',
    'もう一度サインインしてコードを使えなくし、他人が読んだ可能性があればセッションの取り消しを依頼してください。',
  ],
  'client-secret': [
    'クライアント シークレット',
    'アプリの新しいシークレットの作成と、古いものの削除を依頼してください。',
  ],
  'saml-response': [
    'SAML 応答',
    'そのアプリからサインアウトし、他人が読んだ可能性があればセッションの取り消しを依頼してください。',
  ],
  cookie: ['サインイン Cookie', 'すべてのセッションからサインアウトして Cookie を無効にしてください。'],
  'private-key': ['秘密キー', '今すぐキーとその証明書を交換してください。'],
  certificate: ['証明書', '証明書だけなら公開情報です。秘密キーも渡した場合は交換してください。'],
  'access-key': ['アクセス キー', '今すぐキーまたは署名の更新を依頼してください。'],
  'api-token': ['API トークン', '作成した場所でそのトークンを取り消してください。'],
  'one-time-code': [
    'ワンタイム コード',
    '新しいコードを使い、決して他人に教えないでください。尋ねる人は、あなたになりすましてサインインしようとしているかもしれません。',
  ],
};

export const words: typeof English.words = {
  cause: '原因',
  check: '確認方法',
  method: (n, title) => `方法 ${n}: ${title}`,
  methodOf: (n, of, title) => `方法 ${n}（全 ${of}）: ${title}`,
  user: 'ご自身がサインインする場合',
  more: '補足',
  notes: '所属組織からのお知らせ',
  retired: '古い手順書には、もう使えないコマンドが載っています',
  retiredPair: ' は廃止されました。代わりに: ',
  sources: '出典',
  whoActs: '対応する人',
  takes: '所要時間',
  minutes: (n) => `約 ${n} 分`,
  reviewed: '最終確認日',
  risk: 'リスク',
  also: (code, title) => `メッセージにはこれもありました: ${code}（${title}）。コードを書いてお尋ねください。`,
  alsoUnknown: (codes) => `メッセージにありましたが、カタログにはありません: ${codes}`,
  inEnglish: '付属の手順は英語で書かれています。',
  likely: '伺った内容から最も可能性の高い原因です。当てはまらない場合は「どれでもない」を選んでください。',
  verifyFirst: 'まず、これが原因であることを確認してください（「確認方法」）。',
  actsNote: (whom) => `対応する人: ${whom}`,
  userOnly: (whom) => `ご自身では修復できません。対応する人: ${whom}。ヘルプデスクが対応します。`,
  language: '承知しました。これからは日本語でお答えします。',
  audience: {
    user: '承知しました。これからは、ご自身でできることと、誰に頼むかをお伝えします。',
    helpdesk: '承知しました。これからは、ヘルプデスク向けの内容を表示します。',
    'tenant-admin': '承知しました。これからは、すべての手順とコマンドを表示します。',
    'app-developer': '承知しました。これからは、すべての手順とコマンドを表示します。',
  },
  walk: {
    title: (n, title) => `方法 ${n}: ${title}`,
    step: (k, of) => `手順 ${k} / ${of}`,
    soFar: 'これまで',
    results: { d: '完了', f: '失敗', s: 'スキップ', h: '一部の人には効果あり' },
    before: (n, title) => `方法 ${n} を始める前に: ${title}`,
    makeSure: 'まず、これが原因であることを確認してください:',
    noCheck: '元に戻せるように現在の設定を控え、影響の少ない時間帯を選んでください。',
    finished: (n) =>
      `方法 ${n} の最後の手順でした。できればプライベート ウィンドウで、もう一度サインインしてみてください。解決しましたか？`,
    failed: (k) => `手順 ${k} が失敗しました`,
    whatNext:
      '失敗した手順のメッセージをもう一度お読みください。権限の不足、名前の間違い、モジュールの不足がよくある理由です。コードがあれば、それを教えてください。',
    button: {
      start: '手順を 1 つずつ',
      begin: '確認済み、次へ',
      done: '完了',
      failed: '失敗した',
      skip: 'スキップ',
      back: '戻る',
      all: 'すべての手順',
      again: 'もう一度試す',
      onward: 'そのまま続ける',
      values: '自分のドメインを使う',
      full: '解決方法を表示',
    },
  },
  values: {
    title: 'コマンドに入れる名前',
    text: 'コマンドの例の代わりに入れます。',
    domain: 'お使いのドメイン',
    domainHint: '例: fabrikam.com',
    server: 'フェデレーション サーバーの名前',
    serverHint: '例: sts.fabrikam.com',
    wrong: '名前の形が正しくありません。fabrikam.com のように入力してください。',
    send: '入力する',
  },
  button: {
    worked: '解決した',
    next: '次の方法',
    last: '解決しなかった',
    helpdesk: 'ヘルプデスクに相談',
    deskText: 'ヘルプデスク用の文章',
    sources: '出典',
    check: '確認方法',
    back: '回答に戻る',
    unsure: 'わからない',
    none: 'どれでもない',
    yes: 'はい、表示する',
    no: 'いいえ',
    lookUp: 'Microsoft で調べる',
    matter: '別の問題',
    elsewhere: 'ほかを探す',
    alternative: (title: string) => `こちらかも: ${title}`,
  },
  candidates: (titles) => `考えられるもの: ${titles.join('; ')}`,
  several: {
    title: (count) => `${count} つの問題が挙げられています:`,
    now: '今',
    next: '次',
    unknown: 'サインインのエラーではないようで、わかりません',
  },
  pick: '同じくらい当てはまる問題がいくつかあります。どれですか？',
  pickOne: 'これでしょうか？',
  backTo: (title, facts) => (facts ? `「${title}」に戻ります。伺った内容: ${facts}。` : `「${title}」に戻ります。`),
  backNowhere: 'これより前の回答はありません。',
  backToWhich: 'どれに戻りますか？',
  onlyMethods: (n) => (n === 1 ? 'この問題の方法は 1 つだけです。' : `この問題の方法は ${n} つだけです。`),
  nothingOpen: 'それに当たる回答が開いていません。コードを入力するか、問題を説明してください。',
  didItHelp: 'サインインできるようになりましたか。「解決した」か、別の方法は「次」と入力してください。',
  stillAt: (title) =>
    `まだ「${title}」についてご案内しています。上のボタンか「次」「解決した」「ヘルプデスク」で続けるか、別の問題を説明してください。`,
  after: {
    fits: (facts, title) => `${facts}。先ほどの回答「${title}」と合っています。`,
    against: (fact, title, usual) =>
      `${fact} とのことですが、先ほどの回答「${title}」は通常、${usual} の場合のものです。`,
    noted: (facts) => `承知しました: ${facts}。`,
    codeDecides:
      'コードのほうが確かなので回答は変わりませんが、もう一度メッセージのコードと見比べてください。または、伺った内容に合うものをほかに探します。',
    mayBeOther: '別の原因かもしれません。伺った内容に合うものをほかに探せます。',
    looksElsewhere: (facts, title) =>
      `ほかに合うものを探します（${facts}）。「戻る」と入力すると「${title}」に戻ります。`,
    nowhereElse: (title) =>
      `伺った内容に合うものはほかに見つからないため、「${title}」のままです。ヘルプデスクが一緒に確認できます。`,
    self: 'ご自身でできない場合：',
    working: '作業時間（反映までの時間は含みません）',
    untold: '記載なし',
    speaks: (where) => `それについては「${where}」にこうあります`,
    understood: (finding) => `お話をこう理解しました: ${finding}`,
    speaksFor: (method) => `お話からすると、こちらが合いそうです: ${method}`,
    perhaps: (method) => `お話からすると、こちらかもしれません: ${method}`,
    closest: (where) => `回答の中で最も近いもの: ${where}`,
    nearest: '回答の中でそれに最も近いもの',
    unsaid: (title) =>
      `「${title}」というご案内の中に、それについての記述は見つかりませんでした。いずれかの方法に書かれているかもしれません。それとも別の問題ですか。`,
    aside: (title) => `「${title}」というご案内には、それについての記述がありません。別の問題ですか。`,
  },
  glossary: {
    trouble: 'これに関するトラブル:',
    asked: '先ほどの質問への回答をお待ちしています。',
  },
  looksAgain: 'それを踏まえて、もう一度調べます。',
  pasteIt: 'そのままここに貼り付けてください。できればページ全体をお願いします。',
  unsure: '質問への回答として理解できなかったため、それなしで続けます。',
  known: 'それはすでに伺っていますので、先へ進みます。',
  question: '念のため、1 つ質問します:',
  didYouMean: (typed, code, title) =>
    `${typed} はカタログにありません。${code}（${title}）のことですか？ 元のメッセージと見比べてください。似たコードでも意味がまったく違うことがよくあります。`,
  whoseNumber: (typed, code, title) =>
    `${typed} だけではどこの番号かわかりません。Microsoft へのサインインで ${code}（${title}）が表示されましたか？`,
  unknownCode: {
    title: (codes) => `${codes} は登録されていません`,
    text: 'カタログになく、推測もしません。似たコードでも意味がまったく違うことがよくあります。コード全体がコピーされているか確認してください。',
    near: 'ご説明からは、次の問題の可能性があります。',
    lookUp: 'Microsoft の AADSTS コードの説明は、下のアドレスにあります。',
  },
  unknown: {
    title: 'この問題は登録されていません',
    text: 'Microsoft 365、Microsoft Entra ID、AD FS のサインイン エラーを扱っていますが、十分に当てはまるものがないため、推測せずにそうお伝えします。',
    hint: 'その一つであれば、コードを含むエラー ページ全体を貼り付けるか、誰が影響を受け、どこで失敗し、何が表示されるかを教えてください。',
    near: '最も近いものはこちらですが、おそらく違います:',
  },
  secret: {
    seen: (names) => `メッセージに次のものが含まれていました: ${names.join('、')}。`,
    kept: 'Signpost は何も保存していませんが、チャットにはまだ残っています。できればメッセージを削除してください。',
    onPage: 'Signpost は何も保存しておらず、このページにももう表示されません。',
    kinds: secrets,
  },
  foreign: {
    title: '別のシステムのエラーのようです',
    text: 'Microsoft 365、Microsoft Entra ID、AD FS のサインイン エラーだけを扱うため、推測はしません。',
    number: 'それでも Microsoft のサインイン エラーの番号であれば、こちらが回答です:',
  },
  rephrase:
    'では、別の言葉で説明してください。誰が影響を受け、どこで失敗し、何が表示されますか？ エラー ページを貼り付けていただくのが一番確実です。',
  rephrasedAlready: '該当するものがありません。ヘルプデスクと一緒に確認してください。',
  worked: 'よかったです。この方法で解決したことを記録しました。',
  lastMethod: 'この問題の方法は、これが最後でした。',
  handOver: {
    title: 'ヘルプデスクへの連絡内容',
    text: '同じことを聞かれずに済むように、次の内容をヘルプデスクに送ってください:',
    problem: '問題',
    code: 'コード',
    tried: '試して解決しなかったこと',
    nothing: 'まだなし',
    correlationId: '関連付け ID',
    requestId: '要求 ID',
    timestamp: '時刻',
    application: 'アプリケーション',
    tenant: 'テナント',
    add: ({ who: whom, when }) => {
      const missing = [...(whom ? ['誰が'] : []), ...(when ? ['いつから'] : [])].join('、');
      return `${missing && `${missing}影響を受けているかを書き添えてください。`}パスワードやスマホのコードは書かないでください。`;
    },
    unnamed: 'まだ特定できていません',
    lookedLast: (title) => `まだ特定できていません（最後に確認した項目: ${title}）`,
    perhaps: (titles) => `まだ特定できていません（可能性: ${titles.join('、または ')}）`,
  },
  picture: {
    reading: (read, sent) =>
      read < sent
        ? `${sent} 枚の画像を受け取りました。最初の ${read} 枚から読み取った内容をこのあとお知らせします。`
        : read === 1
          ? '画像を受け取りました。読み取った内容をこのあとお知らせします。'
          : `${read} 枚の画像を受け取りました。読み取った内容をこのあとお知らせします。`,
    where: (n, of) => (of === 1 ? '画像' : `画像 ${n}（全 ${of} 枚）`),
    code: (code, title, where) => `${where}から ${code} を読み取りました: ${title}。これで合っていますか？`,
    codes: (where) => `${where}から複数のコードを読み取りました。どれについてですか？`,
    looks: (where) => `${where}に確かなコードは見つかりませんでしたが、文章はこれに当てはまります。これのことですか？`,
    unknown: (codes, where) =>
      `${where}から ${codes} を読み取りましたが、カタログにありません。読み間違いかもしれません。見比べて、コードを表示どおりに入力してください。`,
    nothing: (where) =>
      `${where}からサインイン エラーを読み取れませんでした。コードを入力するか、メッセージの文章を貼り付けてください。`,
    compare: 'コードを画像と見比べてください。1 文字だけの読み間違いはよくあります。',
    ids: '画像からほかに読み取ったものです。使う前に 1 文字ずつ確認してください:',
    typeIt: 'では、画像にあるとおりにコードを入力するか、メッセージの文章を貼り付けてください。',
    unread: {
      absent: () => 'ここでは画像を読み取れません。コードを入力するか、メッセージの文章を貼り付けてください。',
      busy: () => 'ほかの画像を読み取っています。1 分後にもう一度送るか、コードを入力してください。',
      slow: (where) =>
        `${where}の読み取りに時間がかかりすぎます。メッセージの部分だけを送るか、コードを入力してください。`,
      large: (where) =>
        `画像は 8 MB までですが、${where}はそれより大きいです。メッセージの部分だけを送るか、コードを入力してください。`,
      huge: (where) => `${where}の画素数が多すぎます。メッセージの部分だけを送るか、コードを入力してください。`,
      kind: (where) =>
        `読み取れるのは PNG、JPEG、WebP、GIF ですが、${where}はどれでもありません。このどれかで送るか、コードを入力してください。`,
      damaged: (where) => `${where}を開けません。ファイルが壊れています。もう一度送るか、コードを入力してください。`,
      gone: (where) => `${where}を時間内に取得できませんでした。もう一度送るか、コードを入力してください。`,
      refused: (where) =>
        `${where}を受け取れなかったか、取得が許可されていません。コードを入力するか、メッセージの文章を貼り付けてください。`,
      failed: (where) => `${where}の処理で問題が発生しました。もう一度送るか、コードを入力してください。`,
    },
  },
  earlier: 'その質問は以前のメッセージのものです。もう一度問題を説明していただければ、最初からやり直します。',
  gone: 'その項目はもうカタログにありません。コードか、ご自身の言葉でもう一度お尋ねください。',
  hello: {
    title: 'こんにちは、Signpost です',
    text: 'Microsoft 365、Microsoft Entra ID、AD FS のサインイン エラーの原因と、解決の手順をお探しします。手順そのものは英語です。',
    how: 'エラー コードを入力するか、エラー ページ全体を貼り付けるか、起きていることをご自身の言葉で教えてください。',
  },
  help: {
    title: '使い方',
    points: [
      'コード: 「80043431」、または AADSTS50126 だけでもかまいません。',
      'エラー ページ全体をそのまま貼り付けてください。コードと ID はこちらで見つけます。',
      'エラー ページの画像: 読み取って、正しく読めたか確認します。',
      'ご自身の言葉（英語がより確実です）: 「users outside the office are prompted again and again」',
      '用語の意味: 「UPN とは」',
      '原因がいくつか考えられるときは質問し、わからないときはそうお伝えします。',
      'いつでも: 「次の方法」「出典」「ヘルプデスク」「キャンセル」「in English」',
    ],
  },
  explained: {
    several: 'いくつかの可能性があります',
    narrow: 'コードや詳しい情報がないと、どれかわかりません。最も可能性が高いもの:',
    nothing: 'このメッセージにエラーは見当たりません。コードも、知っているサインインの問題もありません。',
    secret: (names) =>
      `メッセージに次のものが含まれています: ${names.join('、')}。こちらでは保存していませんが、チャットにはまだ残っています。書いた人が削除してください。`,
    goOn: 'これはあなただけに表示されます。質問への回答、ほかの方法、ヘルプデスクへの相談は、チャットで Signpost に話しかけてください。',
  },
  examples: ['80043431', 'Users outside the office are prompted again and again', 'AADSTS50105'],
  thanks: 'どういたしまして。次のコードがあれば、またお知らせください。',
  thanksOpen: 'どういたしまして。試したら、うまくいったかどうかお知らせください。',
  exposed:
    '秘密の情報と認識したものは、保存する前に隠しています。ただし、このチャットまたはチャネルのほかの人にはメッセージがまだ見えています。メッセージを削除し、パスワードまたはシークレットを今すぐ変更してください。',
  fedUp:
    'お役に立てず申し訳ありません。「ヘルプデスク」と入力すると、こちらで分かっていることをすべて添えて担当者に引き継ぎます。',
  neverMind: '承知しました、取りやめました。いつでもコードを入力するか、問題を説明してください。',
  nothing:
    'どのような問題ですか？ エラー コードを入力するか、エラー ページを貼り付けるか、起きていることを説明してください。',
  tooFast: (seconds) =>
    `一度に多くのメッセージが届きました。約 ${seconds} 秒後に再開します。それまでに送られたものは読めません。`,
  apology: (reference) =>
    `こちらで問題が発生しました。記録番号は ${reference} です。もう一度お試しください。また起きる場合は、この番号をヘルプデスクに伝えてください。`,
};
