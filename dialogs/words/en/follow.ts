/** What the bot says to what people say of an answer's methods and of itself, in English. */
const failures = {
  denied:
    'The window lacks rights on this computer. Open it with "Run as administrator"; on a server, use an account that is a local administrator there.',
  privileges:
    'The account may not do this. Sign in with one that has the role (activate it first if your organisation uses Privileged Identity Management), and connect anew.',
  unauthorized:
    'There is no valid connection: it has expired, or was made with another account or without these rights. Disconnect, connect anew, and agree to the rights that are asked for.',
  consent:
    'The tool itself waits for consent: an administrator has to agree to its rights once, or has to run the step.',
  graph:
    'Microsoft Graph PowerShell is missing here. Run Install-Module Microsoft.Graph -Scope CurrentUser, open a new PowerShell window, and connect.',
  exchange:
    'The Exchange Online module is missing here. Run Install-Module ExchangeOnlineManagement -Scope CurrentUser, then Connect-ExchangeOnline.',
  entra:
    'The module Microsoft.Entra is missing here. Run Install-Module Microsoft.Entra -Scope CurrentUser, then Connect-Entra.',
  retired:
    'The modules MSOnline and AzureAD are retired. Take the commands of Microsoft Graph PowerShell that the method shows.',
  local:
    'The server refused the account, which is no matter of the cloud: neither consent nor a new connection helps. Run the command on the primary AD FS server, in Windows PowerShell opened as administrator, as a local administrator of that server.',
  proxyTrust:
    'AD FS did not accept the proxy or the account. Give the command the credential of a local administrator of the AD FS servers. Compare the clocks of proxy and AD FS, see that the proxy reaches the primary server by the name of the federation service on port 443, and that the certificate named is on the proxy with its private key. The same command then makes the trust anew.',
  syncRights:
    'The account may not steer the synchronisation. Run the command on the Microsoft Entra Connect server, in Windows PowerShell opened as administrator, with an account of the local group ADSyncAdmins; whoever was just added signs out and in first.',
  directoryRights:
    'The account may not change this in Active Directory, which is no matter of the cloud. Take one to which the change is delegated, or let a domain administrator do the step.',
  parameter:
    'The command is there, but not with this parameter: the module is an old one, or another one with a command of the same name. Get-Command with the name of the command shows its module and version, Update-Module brings the module up to date; then open a new window. See as well that the parameter is spelt as in the step.',
  sync: 'This command exists only on the Microsoft Entra Connect server. Run it there in Windows PowerShell as administrator.',
  adfs: 'This command exists only on an AD FS server. Run it there in Windows PowerShell as administrator, on the primary server.',
  proxy:
    'This command exists only on a Web Application Proxy server. Run it there in Windows PowerShell as administrator.',
  directory:
    'The module ActiveDirectory is missing here. Run the step on a domain controller, or install the Remote Server Administration Tools (RSAT).',
  module:
    'The module that holds the command is missing here, or the command belongs on another machine: compare with what the step names. A missing module comes with Install-Module, its name and -Scope CurrentUser; then open a new window.',
  gallery:
    'The PowerShell Gallery was not reached. Run [Net.ServicePointManager]::SecurityProtocol = "Tls12" first; behind a proxy, let PowerShell use it, or install the module on another computer.',
  scripts:
    'This computer does not run scripts. Allow them for this window only with Set-ExecutionPolicy -Scope Process RemoteSigned; where a group policy forbids that, use another computer.',
  tenant:
    'Disconnect, then connect with the tenant named, as in Connect-MgGraph -TenantId and your domain. In the admin center, switch the directory in the settings at the top.',
  secondary:
    'A farm takes changes on its primary server only. Get-AdfsSyncProperties tells which server that is; run the step there.',
  greyed:
    'What is greyed out or not there is mostly a matter of your role, of a licence that is missing, or of an object that is synchronised and can be changed in Active Directory only.',
  absent:
    'The name or id was not found. Compare it letter by letter, and see with Get-MgContext that you are connected to the right tenant.',
  busy: 'Another run is still going on. Wait a few minutes (Get-ADSyncScheduler shows whether a synchronisation runs), then start it again.',
  throttled: 'These were too many requests. Wait a few minutes, then do the step again with fewer at a time.',
  unreachable:
    'The other computer was not reached. Check its name, that it is running, and that the firewall lets you through; or do the step on that computer itself.',
};

export const follow = {
  unsure: (where: string) => `I am not sure that my answer covers this. Closest to it is "${where}":`,
  besideOther: (title: string, where: string) => `Beside another answer, "${title}", stands "${where}":`,
  unsureFact: (where: string) => `What that means for my answer I cannot tell for sure. Closest to it is "${where}":`,
  orElse: (where: string) => `Or "${where}":`,
  heard: (said: string) => `Noted: "${said}".`,
  unfit: (titles: readonly string[]) => `That rules out: ${titles.join('; ')}.`,
  labelled: (label: string, value: string) => `${label}: ${value}`,
  whichOne: 'Which one? Choose it, or say "the first" or "the second".',
  notSure: (title: string) => `I am not sure what my answer, "${title}", says to that.`,
  oneOfThese: 'Is it one of these?',
  whichFits: 'Which of these methods fits?',
  ifNot: (next: string) => `If not, this comes next: ${next}.`,
  thisStep: (failed: string) => `This is the step. If it does not go as it says here, choose "${failed}".`,
  left: 'What is left:',
  noneLeft: 'With that, none of my methods is left.',
  doneBefore: (titles: readonly string[]) => `Done already, so I go on behind it: ${titles.join('; ')}.`,
  stepDone: (method: string, k: number) => `That is step ${k} of "${method}". I count it as done.`,
  closed: 'Good. I have closed this, and count none of my methods for it.',
  helpedThere: 'Good, I have noted that this method helped there. The other device needs the same:',
  helpedSome: 'Good, I have noted that this method helped the others. For those who are left, go on with the next one.',
  asked: {
    passOn: 'To pass on to the user',
    brief: 'To pass on to whoever acts or decides',
    noRole: (method: string) => `My answer names no role for this: ${method}.`,
    undo: 'How to undo it',
    noUndo: (method: string) =>
      `My answer says nothing on undoing this: ${method}. Note the present value before you change it; then you can set it back.`,
    effect: 'Until it takes effect',
    noCommand: 'My answer has no command for this: its steps are done where they say.',
  },
  failures,
  imports: (name: string) => `Load its module first, in the same window: Import-Module ${name}`,
  takes: (names: string) => `What the method asks for: ${names}.`,
  again: 'Then do the step again. If the message names a code, give me the code.',
  me: {
    tenant:
      'No, I do not see your tenant, your servers or your accounts: I know only what is written here, and tell you where to look. Only where your organisation set it up do I read some settings and sign-in logs, in checks that change nothing and end in notices.',
    acts: 'I change nothing and look nothing up myself: I tell you the steps and commands, and you or your helpdesk carry them out.',
    privacy:
      'Whoever is in this chat or channel sees it, and the chat platform carries it; beyond that only this program reads it. Secrets are masked first, and messages are not kept: only which problem it is about, and values such as the code. What stands in a ticket is kept and goes to the helpdesk. "What do you know about me" shows what is kept of you, "delete my data" deletes it.',
    picture:
      'Send the picture here in the chat, if it takes pictures. Where I can read them I tell you what I read, and I do not keep it. Otherwise type the code, or paste the text of the message.',
    human:
      'I am a program, not a person, and no language model: my answers are entries that were written and reviewed beforehand, with their sources. Say "helpdesk" for a person.',
  },
  speaksToo: 'I also speak English: just say "English".',
};
