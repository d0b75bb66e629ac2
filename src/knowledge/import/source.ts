/** Tells where a document comes from: its name across versions, its address, and where its links lead. */
import { posix } from 'node:path';
import type { Follow } from './spans.ts';

export type Origin = {
  /** The same for every version of the document: the path in its repository, or below the folder given. */
  readonly from: string;
  /** The part of the folder name that tells an old version, such as a commit. */
  readonly version?: string;
  readonly url?: string;
  readonly follow: Follow;
};

/** Where the files of a repository are published: a folder of it and the address that stands for the folder. */
const sites: Readonly<Record<string, readonly (readonly [folder: string, address: string])[]>> = {
  'OfficeDocs-Support': [
    ['Microsoft365/admin/', 'https://learn.microsoft.com/troubleshoot/microsoft-365/admin/'],
    ['Office/Client/', 'https://learn.microsoft.com/troubleshoot/microsoft-365-apps/'],
    ['SharePoint/OneDrive/', 'https://learn.microsoft.com/sharepoint/troubleshoot/'],
    ['Teams/', 'https://learn.microsoft.com/troubleshoot/microsoftteams/'],
  ],
  'SupportArticles-docs': [['support/', 'https://learn.microsoft.com/troubleshoot/']],
  'entra-docs': [['docs/', 'https://learn.microsoft.com/entra/']],
  windowsserverdocs: [['WindowsServerDocs/', 'https://learn.microsoft.com/windows-server/']],
  'microsoft-authentication-library-dotnet': [
    ['msal-dotnet-articles/', 'https://learn.microsoft.com/entra/msal/dotnet/'],
  ],
  'azure-docs': [['articles/', 'https://learn.microsoft.com/azure/']],
};

const learn = 'https://learn.microsoft.com';

/** `path` is the path below the folder given; folders named owner__repository@commit tell the repository. */
export const originOf = (path: string, linkBase?: string): Origin => {
  const home = repositoryOf(path);
  const inside = home?.inside ?? path;
  const address = (target: string): string | undefined => {
    const page = target.replace(/\.(?:md|markdown|txt)$/i, '');
    const site = (sites[home?.name ?? ''] ?? []).find(([folder]) => target.startsWith(folder));
    if (site && !home?.version) return site[1] + page.slice(site[0].length);
    if (home?.owner) return `https://github.com/${home.owner}/${home.name}/blob/${home.version ?? 'HEAD'}/${target}`;
    return linkBase ? new URL(page, linkBase.replace(/\/*$/, '/')).href : undefined;
  };
  const url = address(inside);
  return {
    from: home?.owner ? `${home.owner}/${home.name}/${inside}` : inside,
    ...(home?.version ? { version: home.version } : {}),
    ...(url ? { url } : {}),
    follow: (href) => {
      if (/^https?:\/\//i.test(href)) return URL.canParse(href) ? href : undefined;
      if (/^(?:[a-z]+:|#|\/\/)/i.test(href)) return undefined;
      const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href)!;
      if (target.startsWith('/')) return learn + target.replace(/\/{2,}/g, '/') + rest;
      const root = inside.split('/')[0]!;
      const found = target.startsWith('~/')
        ? posix.normalize(target.replace('~', root))
        : posix.join(posix.dirname(inside), target);
      return found.startsWith('..') ? undefined : withRest(address(found), rest);
    },
  };
};

const withRest = (url: string | undefined, rest: string): string | undefined => (url ? url + rest : undefined);

type Home = { readonly owner?: string; readonly name: string; readonly version?: string; readonly inside: string };

const repositoryOf = (path: string): Home | undefined => {
  const folders = path.split('/');
  for (const [n, folder] of folders.entries()) {
    const named = /^([A-Za-z0-9][\w-]*?)__([\w.-]+?)(?:@([0-9a-f]{6,40}))?$/.exec(folder);
    const inside = folders.slice(n + 1).join('/');
    if (named && inside)
      return { owner: named[1]!, name: named[2]!, ...(named[3] ? { version: named[3] } : {}), inside };
    if (folder in sites && inside) return { name: folder, inside };
  }
  return undefined;
};

/** True when both name the same document, one perhaps from a folder further up. */
export const sameDocument = (one: string, other: string): boolean =>
  one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
