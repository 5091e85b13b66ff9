import { type Line, line, toned } from '../lines.ts';
import type { Inbox, State } from '../state.ts';

/** What a list without rows says: that it is asked for, that nothing is here yet, or that nothing fits. */
export function emptyInbox(state: State, page: Inbox): Line[] {
  if (page.rows === null)
    return state.link.kind === 'lost' ? lost(state) : [line(toned('quiet', `   Asking ${state.host} ...`))];
  if (page.filter !== '') return [line(`   No case fits "${page.filter}". Esc shows all of this view.`)];
  if (state.counts?.views.all === 0) return firstStart(state);
  return nothingHere(state, page);
}

function lost({ host }: State): Line[] {
  return [
    line(`   Nobody answers at ${host}.`),
    line('   Is the service running? In another terminal: npm start'),
    line('   What is wrong, and what to do: oasc doctor'),
  ];
}

function firstStart({ host, me }: State): Line[] {
  return [
    line('   Welcome to oasc. Nothing is here yet, and that is right.'),
    line(`   You are ${me ? `${me.name}: ${me.roles.join(', ')}` : 'known by your token'}.`),
    line(''),
    line(`   1  Send the form to a city:             http://${host}/join`),
    line('   2  Hand in an application from a folder: oasc application submit DIR'),
    line('   3  Add a colleague, since nobody approves their own work:'),
    line('      oasc staff add "Bram Okafor" --roles reviewer,editor,approver'),
    line('   ?  shows the keys, here and on every screen.'),
  ];
}

function nothingHere({ counts }: State, page: Inbox): Line[] {
  const others = counts
    ? `2 Team has ${counts.views.team}.  3 Cities has ${counts.views.cities}.  6 All has ${counts.views.all}.`
    : '';
  return [line(`   ${sentences[page.view]}`), line(toned('quiet', `   ${others}`))];
}

const sentences: Record<Inbox['view'], string> = {
  mine: 'Nothing waits for you.',
  team: 'Nothing waits for anybody here.',
  cities: 'No city is waited for.',
  overdue: 'Nothing is late.',
  ready: 'No city is ready to be announced.',
  all: 'There is no case.',
};
