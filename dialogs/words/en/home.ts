/** What the bot's home says. */
export const home = {
  title: 'Signpost',
  firing: 'What is wrong now',
  since: (level: string, title: string, age: string, owner: string | null) =>
    `${level}: ${title}, for ${age}${owner === null ? '' : `, ${owner} is on it`}`,
  show: (card: string) => `Show notice ${card}`,
  moreFiring: (count: number) => `And ${count} more.`,
  mine: 'Your tickets',
  queue: 'Open tickets of your helpdesk',
  noQueue: 'No ticket is open there.',
  rooms: 'Where I work',
  desks: 'Helpdesk channels',
  told: 'Channels that are told what is wrong',
  checks: 'Last checks',
  ago: (age: string) => `${age} ago`,
  never: 'not yet',
  ask: 'Ask the helpdesk',
};
