/** What the bot says to what people say of an answer's methods and of itself, in German. */
import type * as English from '../en/follow.ts';

export const follow: typeof English.follow = {
  unsure: (where) => `Ich bin nicht sicher, dass meine Antwort das behandelt. Am nächsten kommt „${where}“:`,
  besideOther: (title, where) => `Bei einer anderen Antwort, „${title}“, steht „${where}“:`,
  unsureFact: (where) => `Was das für meine Antwort heißt, weiß ich nicht sicher. Am nächsten kommt „${where}“:`,
  orElse: (where) => `Oder „${where}“:`,
  heard: (said) => `Vermerkt: „${said}“.`,
  unfit: (titles) => `Damit scheidet aus: ${titles.join('; ')}.`,
  labelled: (label, value) => `${label}: ${value}`,
  whichOne: 'Welches davon? Wählen Sie es aus, oder sagen Sie „das erste“ oder „das zweite“.',
  notSure: (title) => `Ich bin nicht sicher, was meine Antwort „${title}“ dazu sagt.`,
  oneOfThese: 'Ist es eines davon?',
  whichFits: 'Welche dieser Methoden passt?',
  ifNot: (next: string) => `Wenn nicht, kommt als Nächstes: ${next}.`,
  thisStep: (failed: string) =>
    `Das ist der Schritt. Wenn er nicht so läuft, wie es hier steht, wählen Sie „${failed}“.`,
  left: 'Was noch bleibt:',
  noneLeft: 'Damit bleibt keine meiner Methoden übrig.',
  doneBefore: (titles) => `Schon gemacht, also mache ich dahinter weiter: ${titles.join('; ')}.`,
  stepDone: (method, k) => `Das ist Schritt ${k} von „${method}“. Ich zähle ihn als erledigt.`,
  failures: {
    denied:
      'Dem Fenster fehlen Rechte auf diesem Computer. Öffnen Sie es mit „Als Administrator ausführen“; auf einem Server mit einem Konto, das dort lokaler Administrator ist.',
    privileges:
      'Das Konto darf das nicht. Melden Sie sich mit einem an, das die Rolle hat (aktivieren Sie sie vorher, wenn Ihre Organisation Privileged Identity Management verwendet), und verbinden Sie sich neu.',
    unauthorized:
      'Es besteht keine gültige Verbindung: Sie ist abgelaufen oder gehört zu einem anderen Konto oder zu weniger Rechten. Trennen Sie sie, verbinden Sie sich neu und stimmen Sie den Rechten zu, nach denen gefragt wird.',
    consent:
      'Das Werkzeug selbst wartet auf Zustimmung: Ein Administrator muss seinen Rechten einmal zustimmen oder den Schritt ausführen.',
    graph:
      'Hier fehlt Microsoft Graph PowerShell. Führen Sie Install-Module Microsoft.Graph -Scope CurrentUser aus, öffnen Sie ein neues PowerShell-Fenster und verbinden Sie sich.',
    exchange:
      'Hier fehlt das Modul für Exchange Online. Führen Sie Install-Module ExchangeOnlineManagement -Scope CurrentUser aus, dann Connect-ExchangeOnline.',
    entra:
      'Hier fehlt das Modul Microsoft.Entra. Führen Sie Install-Module Microsoft.Entra -Scope CurrentUser aus, dann Connect-Entra.',
    retired:
      'Die Module MSOnline und AzureAD sind eingestellt. Nehmen Sie die Befehle von Microsoft Graph PowerShell, die die Methode zeigt.',
    local:
      'Der Server hat das Konto abgelehnt, das hat nichts mit der Cloud zu tun: weder eine Zustimmung noch eine neue Verbindung hilft. Führen Sie den Befehl auf dem primären AD-FS-Server aus, in einer als Administrator geöffneten Windows PowerShell, als lokaler Administrator dieses Servers.',
    proxyTrust:
      'AD FS hat den Proxy oder das Konto nicht angenommen. Geben Sie dem Befehl die Anmeldedaten eines lokalen Administrators der AD-FS-Server. Vergleichen Sie die Uhren von Proxy und AD FS, und prüfen Sie, dass der Proxy den primären Server unter dem Namen des Verbunddienstes auf Port 443 erreicht und dass das genannte Zertifikat mit privatem Schlüssel auf dem Proxy liegt. Derselbe Befehl stellt die Vertrauensstellung dann neu her.',
    syncRights:
      'Das Konto darf die Synchronisierung nicht steuern. Führen Sie den Befehl auf dem Microsoft-Entra-Connect-Server aus, in einer als Administrator geöffneten Windows PowerShell, mit einem Konto der lokalen Gruppe ADSyncAdmins; wer gerade erst aufgenommen wurde, meldet sich vorher ab und wieder an.',
    directoryRights:
      'Das Konto darf das in Active Directory nicht ändern, das hat nichts mit der Cloud zu tun. Nehmen Sie eines, an das die Änderung delegiert ist, oder lassen Sie einen Domänenadministrator den Schritt ausführen.',
    parameter:
      'Den Befehl gibt es, aber nicht mit diesem Parameter: Das Modul ist alt, oder es ist ein anderes mit einem gleichnamigen Befehl. Get-Command mit dem Namen des Befehls zeigt Modul und Version, Update-Module bringt das Modul auf den neuesten Stand; öffnen Sie danach ein neues Fenster. Prüfen Sie auch, ob der Parameter so geschrieben ist wie im Schritt.',
    sync: 'Diesen Befehl gibt es nur auf dem Server mit Microsoft Entra Connect. Führen Sie ihn dort in Windows PowerShell als Administrator aus.',
    adfs: 'Diesen Befehl gibt es nur auf einem AD-FS-Server. Führen Sie ihn dort in Windows PowerShell als Administrator aus, und zwar auf dem primären Server.',
    proxy:
      'Diesen Befehl gibt es nur auf einem Server mit Web Application Proxy. Führen Sie ihn dort in Windows PowerShell als Administrator aus.',
    directory:
      'Hier fehlt das Modul ActiveDirectory. Führen Sie den Schritt auf einem Domänencontroller aus, oder installieren Sie die Remoteserver-Verwaltungstools (RSAT).',
    module:
      'Das Modul mit dem Befehl fehlt hier, oder der Befehl gehört auf einen anderen Rechner: Vergleichen Sie mit dem, was der Schritt nennt. Ein fehlendes Modul kommt mit Install-Module, seinem Namen und -Scope CurrentUser; öffnen Sie danach ein neues Fenster.',
    gallery:
      'Die PowerShell Gallery war nicht zu erreichen. Führen Sie zuerst [Net.ServicePointManager]::SecurityProtocol = "Tls12" aus; hinter einem Proxy lassen Sie PowerShell ihn verwenden, oder installieren Sie das Modul auf einem anderen Computer.',
    scripts:
      'Dieser Computer führt keine Skripts aus. Erlauben Sie sie nur für dieses Fenster mit Set-ExecutionPolicy -Scope Process RemoteSigned; wo eine Gruppenrichtlinie das verbietet, nehmen Sie einen anderen Computer.',
    tenant:
      'Trennen Sie die Verbindung und verbinden Sie sich unter Angabe des Mandanten, etwa mit Connect-MgGraph -TenantId und Ihrer Domäne. Im Admin Center wechseln Sie das Verzeichnis oben in den Einstellungen.',
    secondary:
      'Eine Farm nimmt Änderungen nur auf ihrem primären Server an. Get-AdfsSyncProperties nennt ihn; führen Sie den Schritt dort aus.',
    greyed:
      'Was ausgegraut ist oder fehlt, liegt meist an Ihrer Rolle, an einer fehlenden Lizenz oder daran, dass das Objekt synchronisiert ist und nur in Active Directory geändert werden kann.',
    absent:
      'Der Name oder die ID wurde nicht gefunden. Vergleichen Sie Buchstabe für Buchstabe, und sehen Sie mit Get-MgContext nach, ob Sie mit dem richtigen Mandanten verbunden sind.',
    busy: 'Ein anderer Lauf ist noch im Gang. Warten Sie einige Minuten (Get-ADSyncScheduler zeigt, ob eine Synchronisierung läuft) und starten Sie ihn dann neu.',
    throttled:
      'Das waren zu viele Anfragen. Warten Sie einige Minuten, und wiederholen Sie den Schritt mit weniger auf einmal.',
    unreachable:
      'Der andere Computer war nicht zu erreichen. Prüfen Sie seinen Namen, ob er läuft und ob die Firewall Sie durchlässt; oder führen Sie den Schritt auf ihm selbst aus.',
  },
  closed: 'Gut. Ich habe das abgeschlossen und rechne es keiner meiner Methoden an.',
  helpedThere: 'Gut, ich habe mir gemerkt, dass diese Methode dort geholfen hat. Das andere Gerät braucht dasselbe:',
  helpedSome:
    'Gut, ich habe mir gemerkt, dass diese Methode den anderen geholfen hat. Für die Übrigen geht es mit der nächsten weiter.',
  imports: (name: string) => `Laden Sie vorher im selben Fenster sein Modul: Import-Module ${name}`,
  asked: {
    passOn: 'Zum Weitergeben an den Benutzer',
    brief: 'Zum Weitergeben an die, die handeln oder entscheiden',
    noRole: (method) => `Eine Rolle dafür nennt meine Antwort nicht: ${method}.`,
    undo: 'So machen Sie es rückgängig',
    noUndo: (method) =>
      `Wie man das rückgängig macht, sagt meine Antwort nicht: ${method}. Notieren Sie den jetzigen Wert, bevor Sie ihn ändern; dann können Sie ihn zurücksetzen.`,
    effect: 'Bis es wirkt',
    noCommand: 'Meine Antwort hat dafür keinen Befehl: Die Schritte werden dort getan, wo sie es sagen.',
  },
  takes: (names) => `Was die Methode verlangt: ${names}.`,
  again: 'Wiederholen Sie dann den Schritt. Wenn die Meldung einen Code nennt, geben Sie mir den Code.',
  me: {
    tenant:
      'Nein, ich sehe weder Ihren Mandanten noch Ihre Server oder Konten: Ich weiß nur, was hier geschrieben wird, und sage Ihnen, wo Sie nachsehen. Nur wo Ihre Organisation es eingerichtet hat, lese ich einige Einstellungen und Anmeldeprotokolle, in Prüfungen, die nichts ändern und zu Meldungen führen.',
    acts: 'Ich ändere nichts und sehe nirgends selbst nach: Ich nenne die Schritte und Befehle, und Sie oder Ihr Helpdesk führen sie aus.',
    privacy:
      'Wer in diesem Chat oder Kanal ist, sieht es, und die Chat-Plattform befördert es; sonst liest es nur dieses Programm. Geheimnisse werden zuerst unkenntlich gemacht, und Nachrichten werden nicht aufbewahrt: nur, um welches Problem es geht, und Werte wie der Code. Was in einem Ticket steht, wird aufbewahrt und geht an den Helpdesk. „Was wissen Sie über mich“ zeigt, was über Sie aufbewahrt wird, „Meine Daten löschen“ löscht es.',
    picture:
      'Schicken Sie das Bild hier in den Chat, wenn er Bilder annimmt. Wo ich sie lesen kann, sage ich Ihnen, was ich gelesen habe, und behalte es nicht. Sonst tippen Sie den Code oder fügen Sie den Text der Meldung ein.',
    human:
      'Ich bin ein Programm, kein Mensch, und kein Sprachmodell: Meine Antworten sind Einträge, die vorher geschrieben und geprüft wurden, mit ihren Quellen. Sagen Sie „Helpdesk“, wenn Sie einen Menschen wollen.',
  },
  speaksToo: 'Ich spreche auch Deutsch: Sagen Sie einfach „Deutsch“.',
};
