/** What the bot says to what people say of an answer's methods and of itself, in Japanese. */
import type * as English from '../en/follow.ts';

export const follow: typeof English.follow = {
  unsure: (where) => `回答にそのことが書かれているか、確かではありません。最も近いのは「${where}」です。`,
  besideOther: (title, where) => `別の回答「${title}」に「${where}」があります。`,
  unsureFact: (where) => `それで回答がどう変わるかは、確かではありません。最も近いのは「${where}」です。`,
  orElse: (where) => `または「${where}」です。`,
  heard: (said) => `承知しました: 「${said}」。`,
  unfit: (titles) => `これで次の方法は除外されます: ${titles.join('、')}。`,
  labelled: (label, value) => `${label}: ${value}`,
  whichOne: 'どれですか。選ぶか、「最初」「2番目」のように入力してください。',
  notSure: (title) => `「${title}」というご案内がそれについて何を述べているか、確かではありません。`,
  oneOfThese: '次のどれかに当てはまりますか。',
  whichFits: '次の方法のうち、当てはまるものはどれですか？',
  ifNot: (next: string) => `うまくいかない場合、次の方法は「${next}」です。`,
  thisStep: (failed: string) =>
    `これがその手順です。ここに書かれたとおりにならない場合は、「${failed}」を選んでください。`,
  left: '残っているもの:',
  noneLeft: 'これで、残っている方法はありません。',
  doneBefore: (titles) => `実施済みとして、その次に進みます: ${titles.join('、')}。`,
  stepDone: (method, k) => `「${method}」の手順 ${k} です。完了として扱います。`,
  failures: {
    denied:
      'このコンピューターでの権限が足りません。「管理者として実行」でウィンドウを開いてください。サーバーでは、そのローカル管理者であるアカウントを使ってください。',
    privileges:
      'このアカウントには許可されていません。必要なロールを持つアカウントでサインインし（Privileged Identity Management を使う組織では先にロールを有効にします）、接続し直してください。',
    unauthorized:
      '有効な接続がありません。期限が切れたか、別のアカウントで、またはこの権限なしで接続しています。切断して接続し直し、求められる権限に同意してください。',
    consent: 'ツール自体が同意を待っています。管理者がその権限に一度同意するか、手順を実行する必要があります。',
    graph:
      'ここには Microsoft Graph PowerShell がありません。Install-Module Microsoft.Graph -Scope CurrentUser を実行し、新しい PowerShell ウィンドウを開いて接続してください。',
    exchange:
      'ここには Exchange Online のモジュールがありません。Install-Module ExchangeOnlineManagement -Scope CurrentUser を実行し、次に Connect-ExchangeOnline を実行してください。',
    entra:
      'ここには Microsoft.Entra モジュールがありません。Install-Module Microsoft.Entra -Scope CurrentUser を実行し、次に Connect-Entra を実行してください。',
    retired:
      'MSOnline と AzureAD のモジュールは廃止されました。方法に示されている Microsoft Graph PowerShell のコマンドを使ってください。',
    local:
      'サーバーがアカウントを拒否しています。クラウドの問題ではないため、同意や再接続では直りません。プライマリの AD FS サーバーで、管理者として開いた Windows PowerShell から、そのサーバーのローカル管理者としてコマンドを実行してください。',
    proxyTrust:
      'AD FS がプロキシまたはアカウントを受け入れませんでした。コマンドには AD FS サーバーのローカル管理者の資格情報を渡してください。プロキシと AD FS の時刻が合っているか、プロキシからフェデレーション サービス名でプライマリ サーバーのポート 443 に届くか、指定した証明書が秘密キー付きでプロキシにあるかを確認してください。そのうえで同じコマンドを実行すると、信頼が作り直されます。',
    syncRights:
      'このアカウントには同期を操作する権限がありません。Microsoft Entra Connect サーバーで、管理者として開いた Windows PowerShell から、ローカル グループ ADSyncAdmins のアカウントでコマンドを実行してください。追加されたばかりの場合は、先にサインアウトして入り直してください。',
    directoryRights:
      'このアカウントには Active Directory でこれを変更する権限がありません。クラウドの問題ではありません。変更が委任されたアカウントを使うか、ドメイン管理者にこの手順を任せてください。',
    parameter:
      'コマンドはありますが、このパラメーターがありません。モジュールが古いか、同じ名前のコマンドを持つ別のモジュールです。Get-Command にコマンド名を付けるとモジュールとバージョンがわかり、Update-Module で更新できます。その後、新しいウィンドウを開いてください。パラメーターの綴りが手順と同じかどうかも確認してください。',
    sync: 'このコマンドは Microsoft Entra Connect のサーバーにだけあります。そこで Windows PowerShell を管理者として開き、実行してください。',
    adfs: 'このコマンドは AD FS サーバーにだけあります。プライマリ サーバーで、Windows PowerShell を管理者として開いて実行してください。',
    proxy:
      'このコマンドは Web Application Proxy サーバーにだけあります。そこで Windows PowerShell を管理者として開いて実行してください。',
    directory:
      'ここには ActiveDirectory モジュールがありません。ドメイン コントローラーで実行するか、リモート サーバー管理ツール（RSAT）をインストールしてください。',
    module:
      'コマンドを含むモジュールがここにないか、別のマシンで実行するコマンドです。手順に書かれたものと比べてください。ないモジュールは Install-Module とその名前、-Scope CurrentUser で入れ、新しいウィンドウを開きます。',
    gallery:
      'PowerShell ギャラリーに接続できませんでした。先に [Net.ServicePointManager]::SecurityProtocol = "Tls12" を実行してください。プロキシがある場合は PowerShell に使わせるか、別のコンピューターでモジュールを入れてください。',
    scripts:
      'このコンピューターではスクリプトを実行できません。このウィンドウだけ Set-ExecutionPolicy -Scope Process RemoteSigned で許可してください。グループ ポリシーで禁止されている場合は、別のコンピューターを使ってください。',
    tenant:
      '切断し、テナントを指定して接続してください。例: Connect-MgGraph -TenantId とお使いのドメイン。管理センターでは、上部の設定でディレクトリを切り替えます。',
    secondary:
      'ファームの変更はプライマリ サーバーでだけできます。Get-AdfsSyncProperties でどのサーバーかを調べ、そこで手順を実行してください。',
    greyed:
      'グレー表示や項目がない場合、多くはロールの不足、ライセンスの不足、または Active Directory でだけ変更できる同期オブジェクトが理由です。',
    absent:
      '名前または ID が見つかりませんでした。1 文字ずつ比べ、Get-MgContext で正しいテナントに接続しているか確かめてください。',
    busy: '別の処理がまだ実行中です。数分待ってから（同期中かどうかは Get-ADSyncScheduler で分かります）、もう一度始めてください。',
    throttled: '要求が多すぎました。数分待ち、一度の数を減らして手順をやり直してください。',
    unreachable:
      '相手のコンピューターに接続できませんでした。名前、起動しているか、ファイアウォールが通すかを確かめるか、そのコンピューターで手順を実行してください。',
  },
  closed: '承知しました。この件を閉じました。どの方法の成果としても記録していません。',
  helpedThere:
    'よかったです。この方法がその端末で役立ったことを記録しました。もう一方の端末でも同じことを行ってください。',
  helpedSome: 'よかったです。この方法がほかの方に役立ったことを記録しました。残りの方には、次の方法をお試しください。',
  imports: (name: string) => `先に同じウィンドウでモジュールを読み込んでください: Import-Module ${name}`,
  asked: {
    passOn: 'ユーザーにお伝えする内容',
    brief: '対応または判断する方にお伝えする内容',
    noRole: (method) => `これに必要なロールは、この回答には書かれていません: ${method}`,
    undo: '元に戻す方法',
    noUndo: (method) =>
      `元に戻す方法は、この回答の「${method}」には記載がありません。変更する前に現在の値を控えておけば、元に戻せます。`,
    effect: '反映されるまで',
    noCommand: 'この回答にコマンドはありません。手順は記載された場所で行います。',
  },
  takes: (names) => `この方法に必要なもの: ${names}。`,
  again: 'そのあと、手順をやり直してください。メッセージにコードがあれば、それを教えてください。',
  me: {
    tenant:
      'いいえ、テナントもサーバーもアカウントも見えません。ここに書かれたことだけを知っていて、どこを見ればよいかをお伝えします。組織が設定した場合に限り、何も変更しない点検で一部の設定とサインイン ログを読み、結果を通知します。',
    acts: '自分では何も変更せず、何も調べに行きません。手順とコマンドをお伝えし、実行するのはあなたかヘルプデスクです。',
    privacy:
      'このチャットやチャネルにいる人には見え、チャットのサービスが運びます。それ以外に読むのはこのプログラムだけです。秘密は最初に伏せられ、メッセージは保存されません。どの問題かと、コードなどの値だけが残ります。チケットの内容は保存され、ヘルプデスクに渡ります。「自分のデータ」で保存されている内容が分かり、「自分のデータを削除」で削除できます。',
    picture:
      '画像を送れるチャットなら、ここに画像を送ってください。読める場合は読み取った内容をお伝えし、画像は保存しません。そうでなければ、コードを入力するか、メッセージの文を貼り付けてください。',
    human:
      '私はプログラムで、人でも言語モデルでもありません。答えは、あらかじめ書かれて確認された、出典付きの項目です。人と話したいときは「ヘルプデスク」と言ってください。',
  },
  speaksToo: '日本語でもお答えできます。「日本語」と言ってください。',
};
