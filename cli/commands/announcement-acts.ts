import type { AnnouncementActVerb } from './announcement-act.ts';
import { readPlan } from './create-announcement.ts';
import { needed, option, untilOption, zoned } from './options.ts';
import type { Call, Option } from './verb.ts';

const newsletterOption: Option = ['--newsletter', 'tell its readers by mail as well'];

function newsletter({ options }: Call): object {
  return options['newsletter'] === true ? { newsletter: true } : {};
}

/** Every decision about an announcement, as a verb. */
export const announcementActs: readonly AnnouncementActVerb[] = [
  {
    call: 'edit <announcement> <plan>',
    what: 'compose it anew from another plan; the same cities, and any approval is void',
    kind: 'edit',
    example: 'announcement edit camliova ./wave-7',
    more: async ({ words: [, path = ''] }) => {
      const { plan, image } = await readPlan(path);
      return { decision: { plan }, ...(image ? { image } : {}) };
    },
  },
  {
    call: 'approve <announcement>',
    what: 'approve the article, by its fingerprint',
    kind: 'approve',
    example: 'announcement approve camliova',
    options: [['--article <fingerprint>', 'the article that you read; else the one that is there now']],
    more: ({ options }, { view: { stage } }) => ({
      decision: { article: option(options, 'article') ?? ('article' in stage ? stage.article : '0'.repeat(64)) },
    }),
  },
  {
    call: 'undo <announcement>',
    what: 'take an approval back before it is published',
    kind: 'undo',
    example: 'announcement undo camliova',
  },
  {
    call: 'schedule <announcement>',
    what: 'publish it at a time, and not before',
    kind: 'schedule',
    example: 'announcement schedule camliova --at "2027-03-11T09:00[Europe/Brussels]"',
    options: [['--at <time>', 'a time with its zone']],
    more: ({ options }) => ({ decision: { at: zoned(needed(options, 'at')) } }),
  },
  {
    call: 'lift <announcement>',
    what: 'wait no longer for the time that was set',
    kind: 'lift',
    example: 'announcement lift camliova',
  },
  {
    call: 'publish <announcement>',
    what: 'publish an approved announcement now',
    kind: 'publish',
    example: 'announcement publish camliova',
  },
  {
    call: 'correct <announcement> <plan>',
    what: 'compose the next edition of what is public; a second person approves it',
    kind: 'correct',
    example: 'announcement correct camliova ./wave-7 --reason "A name was misspelt."',
    reason: true,
    options: [newsletterOption],
    more: async (call) => {
      const { plan, image } = await readPlan(call.words[1] ?? '');
      return { decision: { plan, ...newsletter(call) }, ...(image ? { image } : {}) };
    },
  },
  {
    call: 'retract <announcement>',
    what: 'take back what is public; a notice stays at its address',
    kind: 'retract',
    example: 'announcement retract camliova --reason "The city has left."',
    reason: true,
    options: [newsletterOption],
    more: (call) => ({ decision: newsletter(call) }),
  },
  {
    call: 'go-without <announcement>',
    what: 'go on without a city that is late',
    kind: 'go-without',
    example: 'announcement go-without camliova --city pl-lakowiec --reason "They need another month."',
    reason: true,
    options: [['--city <city>', 'the id of the city']],
    more: ({ options }) => ({ decision: { city: needed(options, 'city') } }),
  },
  {
    call: 'wait-until <announcement>',
    what: 'wait for the late cities until a day',
    kind: 'wait-until',
    example: 'announcement wait-until camliova --until 2027-04-15 --reason "Łąkowiec signs next week."',
    reason: true,
    options: [untilOption],
    more: ({ options }) => ({ decision: { until: zoned(needed(options, 'until')) } }),
  },
  {
    call: 'split <announcement>',
    what: 'put some of the cities into a draft of their own',
    kind: 'split',
    example: 'announcement split camliova --cities pl-lakowiec --reason "Their vote is in May."',
    reason: true,
    options: [
      ['--cities <cities>', 'ids of cities, with commas between'],
      ['--gather-until <time>', 'where they are not ready yet: until when the new draft waits for them'],
    ],
    more: ({ options }) => {
      const gatherUntil = option(options, 'gatherUntil');
      const cities = needed(options, 'cities')
        .split(',')
        .map((one) => one.trim());
      return { decision: { cities, ...(gatherUntil === undefined ? {} : { gatherUntil: zoned(gatherUntil) }) } };
    },
  },
  {
    call: 'wait <announcement>',
    what: 'give its approval another last day',
    kind: 'wait',
    example: 'announcement wait camliova --until 2027-04-15 --reason "After the holidays."',
    reason: true,
    options: [untilOption],
    more: ({ options }) => ({ decision: { until: zoned(needed(options, 'until')) } }),
  },
  {
    call: 'drop <announcement>',
    what: 'drop a draft; its cities are free for another',
    kind: 'drop',
    example: 'announcement drop camliova --reason "Composed twice."',
    reason: true,
  },
];
