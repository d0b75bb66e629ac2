/** The field's many names for one thing. Words match by their stem, so that "renewing" is found by "renewed". */

/** Each term with the phrases that mean it, divided by bars; the longest phrase that fits wins. A term that English words have by themselves is their stem. */
export const synonyms: Readonly<Record<string, string>> = {
  adfs: 'ad fs|adfs|ad federation services|active directory federation services|ad federation|federation server|federation service|sts|adfs server|ad fs server|adfs2|adfs3|adfs4|adfs2016|adfs2019',
  proxy:
    'web application proxy|web app proxy|wap|wap server|ad fs proxy|adfs proxy|federation server proxy|federation proxy|proxy|proxies|proxy server',
  m365: 'microsoft 365|office 365|ms 365|o365|m365|office365|microsoft365|ms office 365|microsoft office 365',
  entra:
    'entra|entra id|microsoft entra|microsoft entra id|ms entra|azure ad|azuread|azure active directory|microsoft azure active directory|aad|waad|windows azure ad|azure',
  entraconnect:
    'entra connect|azure ad connect|aad connect|aadconnect|dirsync|azure ad sync|entra connect sync|microsoft entra connect',
  conditionalaccess:
    'conditional access|conditional access policy|ca policy|ca policies|bedingter zugriff|acces conditionnel|acceso condicional',
  mfa: 'double authentification|authentification multifacteur|authentification a deux facteurs|mehrstufige authentifizierung|multi faktor authentifizierung|verificacion en dos pasos|autenticacion multifactor|zweiter faktor|mfa|2fa|multi factor|multifactor|multi factor authentication|multifactor authentication|two factor|two factor authentication|second factor|strong authentication|two step verification|2 step verification|zwei faktor|doble factor|mehrfaktor|mehrfaktorauthentifizierung|2 faktor|double facteur|verificacion en 2 pasos|segundo factor|deuxieme facteur',
  tls: 'tls|ssl|https',
  certificate:
    'certs|certificates|zertifikate|zertifikats|zertifikatsproblem|zertifikatsfehler|zertifikatswarnung|certificate|cert|zertifikat|certificat|certificado|tls certificate cert|ssl cert',
  'tokensigning certificate':
    'token signing certificate|token signing cert|token signing|signing certificate|signing cert|tokensignaturzertifikat|ts cert',
  'tokendecrypting certificate':
    'token decrypting certificate|token decrypting|decrypting certificate|token decryption certificate',
  signin:
    'anmelde|angemeldet|angemeldete|ouvrir une session|ouverture de session|me connecter|se connecter|se connectent|inicio sesion|entrar en|acceder a|sign in|signin|signing in|signed in|sign on|log in|login|log into|log on|logon|logging in|logged in|logging on|authenticate|authentication|auth|sign into|sign you in|sign me in|sign us in|sign them in|signing you in|signing me in|signing us in|signing them in|log you in|log me in|log us in|log them in|logging you in|logging me in|logging us in|logging them in|anmelden|anmeldung|connexion|connecter|iniciar sesion|inicio de sesion|einloggen|se connecte|me connecte|connectent|inicia sesion|inician sesion|iniciar la sesion|anmeldet|einwahlen',
  'fails signin':
    'komme nicht rein|komme nicht mehr rein|kommt niemand rein|kommt nicht rein|cant get in|cannot get in|cant get into|cannot get into|doesnt let me in|does not let me in|wont let me in|not let me in|ne me laisse pas entrer|no me deja entrar|no puedo entrar|locked out of my account|kein zugang|入れません|入れない',
  signout:
    'sign out|signout|signed out|sign off|log out|logout|log off|logged out|abmelden|deconnexion|cerrar sesion|abgemeldet|abmeldung|ausgeloggt|deconnecte|deconnectes|se deconnecter|cierra la sesion|se cierra la sesion',
  repeated:
    'again and again|over and over|over and over again|time and again|repeatedly|repeated|every time|each time|all the time|constantly|constant|endless|endlessly|keeps|keep|non stop|nonstop|continually|continuous|continuously|multiple times|several times|many times|three times|immer wieder|standig|dauernd|sans cesse|sans arret|una y otra vez|todo el tiempo|comes back|jedes mal|bei jedem|a chaque fois|tout le temps|cada vez|constantemente|todo el rato|en permanence',
  prompt:
    'prompt|prompted|prompts|ask for|asked for|asks for|asking for|being asked|popup|pop up|credential box|credential window|login box|logon box|password box|login window|logon prompt|login prompt|password prompt|credential prompt|box comes|aufgefordert|abfrage|demande|pide|solicita|request for|requests credentials|redemande|redemandent|demandent|fragt nach|verlangt|vuelve a pedir|me pide|piden',
  password:
    'password|pwd|passwd|passwords|credential|credentials|user name and password|username and password|username|user name|passwort|kennwort|mot de passe|contrasena|anmeldedaten|mdp|clave|claves|kennworter|passworter|contrasenas|mots de passe',
  outside:
    'outside|external|externally|extranet|internet|from home|at home|home|remote|remotely|off site|offsite|out of office|outside the office|outside the network|outside the company|from the internet|ausserhalb|von zuhause|homeoffice|fuera|exterieur|teletravail|working from home|wfh|public internet|zu hause|zuhause|daheim|unterwegs|von aussen|a la maison|chez moi|desde casa|en casa|en dehors',
  inside:
    'inside|internal|internally|intranet|in the office|inside the office|on premises|on prem|onprem|corporate network|company network|inside the network|lan|on the lan|corporation network|company wifi|innerhalb|im buro|interne|dentro|oficina|bureau',
  expired:
    'out of date|outdated|no longer valid|expire le|est expire|ha caducado|expirado|expiro|ist abgelaufen|expired|expires|expire|expiring|expiration|ran out|run out|abgelaufen|expire|caducado|vencido|lapsed|caducada|vencida|expirada|expiree|abgelaufenes|abgelaufene',
  renewed:
    'tausch|getauscht|austausch|remplace|remplacement|reemplazado|cambiado el certificado|renew|renewed|renewal|replace|replaced|replacement|roll over|rollover|rolled over|rolled|new certificate|erneuert|erneuern|renouveler|renovar|swapped',
  seamlesssso: 'seamless sso|seamless single sign on|desktop sso|azureadssoacc|seamless sign on',
  sso: 'sso|single sign on|einmaliges anmelden',
  passthrough:
    'pass through authentication|passthrough authentication|pass through|passthrough|pta|pta agent|authentication agent|auth agent',
  hashsync: 'password hash sync|password hash synchronization|phs|hash sync',
  integrated:
    'windows integrated authentication|integrated windows authentication|integrated authentication|windows authentication|wia|iwa|kerberos',
  relyingparty: 'relying party|relying party trust|rp trust|rpt',
  selfservicereset: 'self service password reset|sspr|self service reset|password reset portal',
  onetimecode:
    'one time passcode|one time password|otp|one time code|verification code|security code|bestatigungscode|sicherheitscode|prufcode|einmalcode|code de verification|code de securite|codigo de verificacion|codigo de seguridad|codigo de un solo uso',
  accesspass: 'temporary access pass|tap code|access pass',
  cba: 'smart card|smartcard|certificate based authentication|cba|piv card|yubikey piv',
  devicecode: 'device code|device code flow|device login|devicelogin|enter code',
  locked:
    'locked out|lockout|lock out|ausgesperrt|locked|locks|account locked|gesperrt|vorubergehend gesperrt|verrouille|verrouillee|bloqueada cuenta|temporarily locked|cuenta bloqueada|unlock|unlocked|entsperren|deverrouiller|desbloquear',
  disabled:
    'disabled|deactivated|turned off|switched off|deaktiviert|desactive|deshabilitada|inactive|deshabilitado|desactivado|desactivada|desactivee',
  fails:
    'kommt nicht|komme nicht|konnen sich nicht|kann mich nicht|n arrive pas|n arrivent plus|ne parviens pas|ne peux pas|no consigo|no pueden|no deja|doesnt let|does not let|wont let|fails|fail|failed|failing|failure|can not|cannot|cant|could not|couldnt|unable|not able|wont|does not work|doesnt work|did not work|not working|stopped working|broken|broke|no longer work|isnt working|geht nicht|funktioniert nicht|kann nicht|impossible|ne marche pas|no puedo|no funciona|no se puede|klappt nicht|ne fonctionne pas|ne fonctionne plus|ne marche plus|fonctionne pas|marche pas|marche plus|no va|no sirve|no anda|funktioniert nicht mehr|geht nicht mehr',
  mismatch:
    'mismatch|mismatched|does not match|doesnt match|do not match|not match|dont match|differ|differs|different|out of sync',
  notfound:
    'nicht vorhanden|existiert nicht|nicht gefunden|n existe pas|introuvable|no existe|no se encuentra|was not found|were not found|couldnt find|does not exist|doesnt exist|not exist|not found|cannot find|cant find|could not find|unknown|no such',
  replyurl: 'reply url|reply uri|redirect uri|redirect url|reply address|callback url|redirecturi|replyurl',
  clientsecret: 'client secret|app secret|application secret|secret key|client key',
  loop: 'loop|loops|looping|redirect loop|login loop|endless redirect|round in circles|in circles|schleife|boucle|bucle|endlosschleife',
  warning: 'warning|warn|warns|warned|warnung|avertissement|advertencia|not secure|not trusted|untrusted',
  blocked:
    'blocked|block|blocks|blocking|blockiert|bloque|bloqueado|denied|refused|rejected|not allowed|access denied|bloqueada|bloquea|bloquee|blockieren',
  guest:
    'guest|guests|b2b|external user|guest user|guest account|gast|invite|invited|invitado|gastbenutzer|gastkonto|invites|invitados|invitada',
  app: 'application|app|apps|applications|anwendung|aplicacion|aplicaciones|appli|applis|anwendungen',
  update: 'update|updates|updated|patch|patched|upgrade|upgraded|patches',
  mobile:
    'phone|phones|mobile|mobiles|iphone|ipad|android|ios|smartphone|handy|telefon|telephone|telefono|movil|activesync|cell|diensthandy|firmenhandy|mobiltelefon|celular|celulares|moviles|telefonos|telephones',
  newphone:
    'new phone|new iphone|new mobile|new android|changed phone|replaced phone|neues handy|neues telefon|nouveau telephone|telefono nuevo|neues smartphone|neuen handy|neuem handy|neue handy|neues mobiltelefon|nouveau smartphone|nouveau mobile|nouveau portable|changement de telephone|change de telephone|nuevo movil|movil nuevo|nuevo telefono|nuevo celular|celular nuevo|cambio de movil|handywechsel|handy gewechselt',
  mail: 'outlook|mail|email|e mail|mailbox|exchange|exchange online|mail client|correo|courriel|mails|postfach|messagerie|boite mail|boite aux lettres|buzon|buzones',
  consent: 'consent|consented|grant permission|zustimmung|consentement|consentimiento',
  approval:
    'admin approval|approval required|approval|approve|approval needed|needs approval|genehmigung|approbation|aprobacion|freigabe',
  admin:
    'admin|administrator|administrators|admins|administrateur|administrador|administradora|it admin|it abteilung|it department',
  authenticator:
    'autenticador|application authenticator|authenticator|authenticator app|microsoft authenticator|ms authenticator|authentificator|authentificateur|autentificador',
  compliant: 'compliant|compliance|managed device|must be managed|device managed|konform',
  hybridjoin:
    'hybrid join|hybrid joined|hybrid azure ad join|hybrid azure ad joined|hybrid entra joined|haadj|domain joined|domain join',
  offline: 'offline|down|stopped|not running|isnt running|wont start|does not start|doesnt start|not started',
  blankpage:
    'blank page|white page|blank window|white window|empty window|comes up white|stays white|blank white page|page reste blanche|pagina en blanco|weisse seite|empty page|blank screen|white screen|leere seite|page blanche',
  private: 'private window|inprivate|incognito|private browsing|private mode|inkognito',
  incorrect:
    'incorrect|wrong|invalid|not correct|not right|false|falsch|ungultig|incorrecte|mauvais|invalide|incorrecta|incorrecto|erronea|no valida',
  account: 'account|accounts|konto|benutzerkonto|kontos|konten|compte|comptes|cuenta|cuentas|benutzerkonten',
  computer:
    'pc|pcs|computer|computers|laptop|laptops|notebook|notebooks|machine|machines|workstation|workstations|rechner|ordinateur|ordenador|portatil|equipo|ordinateur portable|pc portable|computadora|computador|portatiles|equipos|rechners',
  device: 'device|devices|gerat|gerate|appareil|appareils|dispositivo|dispositivos|tablet',
  organization:
    'organization|organisation|organizations|company|companys|corporate|employer|firma|unternehmen|entreprise|societe|empresa|organizacion|corp',
  browser: 'browser|browsers|web browser|navigateur|navegador',
  policy: 'policy|policies|richtlinie|richtlinien|politique|strategie|directiva|politica|directive',
  criteria:
    'criteria|criteres|criterios|kriterien|does not meet the criteria|ne repond pas aux criteres|no cumple los criterios|erfullt nicht die kriterien',
  abroad:
    'abroad|overseas|foreign country|another country|other country|on holiday|on vacation|travel|travelling|traveling|travels|trip|ausland|urlaub|a l etranger|etranger|en el extranjero|extranjero|hotel',
  trust: 'trust|trusts|trusted|trusting|vertrauen|vertraut|vertrauensstellung|confiance|confianza|confia',
  reset:
    'reset|resets|resetting|zurucksetzen|zuruckgesetzt|reinitialiser|reinitialisation|restablecer|restablecimiento|resetear|reseteado|reinicializar',
  forgotten: 'forgot|forgotten|forget|vergessen|oublie|olvidado|olvide|cannot remember|olvido|olvidaste|olvidada',
  redirected:
    'redirect|redirected|redirects|redirection|weiterleitung|weitergeleitet|umgeleitet|redirige|redirigido|forwarded|forward|sent to|taken to|taking you to',
  push: 'push|push notification|notification|notifications|benachrichtigung|notificacion|number match|number matching|approval request|approve the request|approve sign in request|mitteilung|mitteilungen|notificaciones',
  notarriving:
    'never comes|never come|never came|does not come|doesnt come|do not come|dont come|did not come|didnt come|not coming|never arrives|never arrive|never arrived|does not arrive|doesnt arrive|did not arrive|didnt arrive|do not arrive|dont arrive|not arriving|never received|not received|did not receive|didnt receive|do not receive|dont receive|not receiving|never get|never gets|never got|dont get|doesnt get|kommt nicht an|kommen nicht an|kommt nie|kommt keine|bekomme keine|n arrive jamais|ne recois pas|ne recoit pas|no llega|no llegan|no recibo|no recibe|no me llega|no le llega|no les llega|no nos llega|no me llegan|no le llegan|no les llegan|no reciben|no recibimos|no ha recibido|no he recibido|erhalt keine|erhalt keinen|erhalt kein|erhalte keine|erhalte keinen|erhalte kein|erhalten keine|erhalten keinen|bekommt keine|bekommt keinen|bekommt kein|bekomme keinen|bekomme kein|bekommen keine|bekommen keinen|nicht erhalten|nicht bekommen|nicht angekommen|kommt kein|ne recoit plus|ne recois plus|ne recoivent pas|ne recevons pas|n a pas recu|n ai pas recu|pas recu|n arrive plus|recoit pas|recois pas',
  unrequested:
    'never asked for|did not ask for|didnt ask for|not asked for|never requested|not requested|did not request|didnt request|unrequested|unsolicited|nobody started|nobody requested|was not me|wasnt me|is not me|isnt me|not by me|did not start|nicht angefordert|nicht ausgelost|pas demande|no solicitado|no he pedido',
  sms: 'sms|text message|text messages|text code|mensaje de texto|texto|textos|textnachricht|mensajes de texto',
  newhire:
    'new hire|new hires|new employee|new employees|new starter|new joiner|new colleague|neuer mitarbeiter|nouvel employe|nuevo empleado',
  intranetzone: 'intranet zone|local intranet zone|local intranet|trusted sites|site to zone',
  thirdpartycookies:
    'third party cookies|third party cookie|3rd party cookies|tracking protection|tracking prevention|itp|block cookies|blocking cookies',
  linux: 'linux|ubuntu|debian|fedora|chromeos|chrome os|chromebook|wsl|wsl2',
  nationalcloud:
    'national cloud|us government|us gov|usgov|azure government|azure us government|government tenant|gcc high|gcch|azure china|21vianet|sovereign cloud|government cloud',
  'consumer account':
    'personal account|personal microsoft account|private account|consumer account|hotmail|hotmail account|outlook com|live com|msa|personliches konto|compte personnel|cuenta personal|microsoft konto',
  'work account':
    'work account|school account|work or school account|company account|business account|geschaftskonto|arbeitskonto|compte professionnel|cuenta de trabajo|cuenta profesional|cuenta del trabajo|arbeits oder schulkonto|universitatskonto',
  timeout: 'timeout|times out|timed out|time out|timing out|zeituberschreitung',
  hrd: 'home realm discovery|hrd|realm discovery',
  securityinfo:
    'security info|security information|sicherheitsinformationen|informations de securite|mysecurityinfo|aka ms mfasetup|proofup|proof up',
  moreinfo:
    'more information required|more info required|needs more information|weitere informationen erforderlich|plus d informations requises|se necesita mas informacion|needs more information to keep your account secure',
  assigned: 'assigned|assign|assignment|zugewiesen|affecte|attribue|asignado|asignada',
  attempts:
    'attempts|too many attempts|too many times|wrong attempts|failed attempts|versuche|tentatives|intentos|zu viele',
  permission: 'permission|permissions|berechtigung|berechtigungen|autorisation|autorisations|permiso|permisos|rights',
  metadata: 'federation metadata|metadata|metadata xml|federationmetadata',
  smartlockout: 'smart lockout|extranet lockout|extranet smart lockout|esl',
  clock:
    'clock|time skew|clock skew|wrong time|system time|time zone|time is wrong|hours behind|time was behind|uhrzeit|date and time',
  receiv:
    'receive|erhalt|erhalte|erhalten|bekommt|bekomme|bekommen|empfangen|recoit|recois|recoivent|recevoir|recu|recibe|recibo|recibir|reciben|recibido',
  arriv: 'arrive|ankommt|angekommen|llega|llegan|llegar|llegado',
  ask: 'ask|fragt|fragen|gefragt|pregunta',
  chang: 'change|geandert|gewechselt|cambiado|cambiada|cambie|cambio|cambiar|modifie',
  work: 'work|funktioniert|klappt|fonctionne|fonctionnent|marche|funciona|funcionan',
  open: 'open|offnet|offnen|ouvre|ouvrir|abre|abrir',
  cod: 'code|codigo|codigos',
  lost: 'lost|verloren|perdu|perdido|perdi',
  stolen: 'stolen|gestohlen|geklaut|vole|robado',
};

/** Terms that show that a text is about signing in at all. */
export const domain: ReadonlySet<string> = new Set(
  'abroad account accesspass admin adfs app approv approval assigned authenticator blocked cba certificate client clientsecret compliant conditionalaccess consent criteria devicecode domain entra entraconnect federat grant guest hashsync hrd hybridjoin incorrect integrated kerbero locked loop m365 mfa moreinfo msal nationalcloud newphone onetimecode passkey passthrough passwordless password permission policy polic prompt proxy push relyingparty replyurl saml scop seamlesssso securityinfo selfservicereset signin signout smartlockout sso tenant thirdpartycookies token tokensigning'.split(
    ' ',
  ),
);

/** Japanese is written without spaces, so its words are found inside the text. */
export const japanese: Readonly<Record<string, string>> = {
  ユーザー: 'user',
  ユーザ: 'user',
  同僚: 'colleague',
  コード: 'code',
  確認コード: 'verification code',
  認証コード: 'verification code',
  セキュリティコード: 'security code',
  メッセージ: 'message',
  ショートメッセージ: 'sms',
  届かない: 'notarriving',
  届か: 'notarriving',
  届きません: 'notarriving',
  来ない: 'notarriving',
  来ません: 'notarriving',
  受け取れ: 'notarriving',
  受信でき: 'notarriving',
  表示: 'shown',
  新しい: 'new',
  昨日: 'yesterday',
  メール: 'mail',
  パソコン: 'computer',
  ノートパソコン: 'computer',
  ノートpc: 'computer',
  使えない: 'fails',
  使えません: 'fails',
  動かない: 'fails',
  動きません: 'fails',
  失敗: 'fails',
  開かない: 'open fails',
  開きません: 'open fails',
  開けない: 'open fails',
  再設定: 'reset',
  二段階認証: 'mfa',
  二要素認証: 'mfa',
  白い画面: 'blankpage',
  紛失: 'lost',
  盗まれ: 'stolen',
  外出先: 'outside',
  オフィス: 'inside',
  毎回: 'repeated',
  聞かれ: 'prompt',
  ログアウト: 'signout',
  ブラウザー: 'browser',
  サインイン: 'signin',
  ログイン: 'signin',
  パスワード: 'password',
  証明書: 'certificate',
  何度も: 'repeated',
  繰り返し: 'repeated',
  期限切れ: 'expired',
  有効期限: 'expired',
  社外: 'outside',
  社内: 'inside',
  求められ: 'prompt',
  できない: 'fails',
  できません: 'fails',
  エラー: 'error',
  多要素認証: 'mfa',
  ロック: 'locked',
  ゲスト: 'guest',
  条件付きアクセス: 'conditionalaccess',
  警告: 'warning',
  ブロック: 'blocked',
  電話: 'mobile',
  アカウント: 'account',
  無効: 'disabled',
  管理者: 'admin',
  承認: 'approval',
  同意: 'consent',
  アクセス許可: 'permission',
  デバイス: 'device',
  端末: 'device',
  準拠: 'compliant',
  登録: 'register',
  条件を満たし: 'criteria',
  アクセス条件: 'criteria',
  アプリ: 'app',
  自宅: 'outside',
  在宅: 'outside',
  ブラウザ: 'browser',
  組織: 'organization',
  会社: 'organization',
  変更: 'change',
  忘れ: 'forgotten',
  リセット: 'reset',
  スマホ: 'mobile',
  スマートフォン: 'mobile',
  携帯: 'mobile',
  機種変更: 'newphone',
  新しい電話: 'newphone',
  新しいスマホ: 'newphone',
  通知: 'push',
  詳細情報が必要: 'moreinfo',
  ループ: 'loop',
  繰り返: 'repeated',
  間違: 'incorrect',
  正しくありません: 'incorrect',
  正しくない: 'incorrect',
  見つかりません: 'notfound',
  存在しません: 'notfound',
  テナント: 'tenant',
  フェデレーション: 'federated',
  プロキシ: 'proxy',
  信頼: 'trust',
  拒否: 'blocked',
  海外: 'abroad',
  出張: 'abroad',
  真っ白: 'blankpage',
  資格情報: 'password',
  要求: 'prompt',
  切れ: 'expired',
  更新: 'renewed',
  サインアウト: 'signout',
  リダイレクト: 'redirected',
  認証: 'signin',
};
