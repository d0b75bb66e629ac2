/** What the app asks for when a workspace installs it; the manifest and its README say why. */
export const scopes = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
] as const;
