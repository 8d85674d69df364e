import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Found } from '@/lib/api/found';
import { searchQuery, sources, type SourceName } from '@/lib/api/search';
import { subjectIn } from '@/lib/api/search-exact';
import { type Command, fits, useAllCommands } from '@/lib/commands';
import { type StateName, stateOfRun } from '@/lib/states';
import { paletteWords } from '@/lib/words/palette';
import { shellWords } from '@/lib/words/shell';
import { orderedIn, useOrders } from './orders';
import { rooms, useKnows } from './rooms';

/** One line of the palette. */
export interface Choice {
  readonly id: string;
  readonly says: string;
  readonly icon?: LucideIcon | undefined;
  readonly about?: string | undefined;
  readonly off?: string | undefined;
  readonly key?: string | undefined;
  readonly state?: StateName | undefined;
  readonly does: () => void;
}

export interface Section {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** What was typed, looked for among commands at once and in the house a moment later. */
export function useChoices(typed: string) {
  const commands = useAllCommands();
  const wanted = useDeferredValue(typed.trim());
  const { verb, name } = orderedIn(wanted);
  const found = useFound(wanted, name);
  const fitting = commands.filter((command) => fits(command, typed.trim()));
  const orders = useOrders(found.automations, verb).filter(({ id }) => !isOffered(id, fitting));
  const { does, go } = { does: of(fitting, 'do'), go: of(fitting, 'go') };
  const sections = [
    // Whoever typed a name alone wants to go there first.
    { name: shellWords.palette.do, choices: verb === undefined ? does : [...does, ...orders] },
    { name: shellWords.palette.go, choices: go },
    ...found.sections,
    { name: paletteWords.withIt, choices: verb === undefined ? orders : [] },
  ].filter(({ choices }) => choices.length > 0);
  return { sections, searching: found.searching, failed: found.failed };
}

const of = (commands: readonly Command[], group: Command['group']) =>
  commands.filter((command) => command.group === group);

/** The page of that automation offers it already, each button of its own. */
const isOffered = (order: string, commands: readonly Command[]) =>
  commands.some(({ id }) => id === order || id.startsWith(`${order} `));

const icons = Object.fromEntries(rooms.map(({ name, icon }) => [name, icon]));

/** Only what this page has a room for is looked for. */
function useFound(wanted: string, name: string) {
  const knows = useKnows();
  const asked = useMemo(() => sources.filter(({ room }) => knows(room)), [knows]);
  const answers = useQueries({
    queries: asked.map((source) =>
      searchQuery(source, source.name === 'automations' ? name : wanted),
    ),
  });
  const everything = useEverything(wanted);
  const choice = useChoice();
  const found = onceEach(asked.map((_, index) => answers[index]?.data ?? []));
  const names = paletteWords.sources;
  return {
    sections: asked.map(({ name }, index) => ({
      name: names[name],
      choices: [
        ...(name === 'about' ? everything : []),
        ...(found[index] ?? []).map((one) => choice(name, one)),
      ],
    })),
    automations: found.flat().filter(({ standing }) => standing !== undefined),
    searching: answers.some(({ isFetching }) => isFetching),
    failed: asked.filter((_, index) => answers[index]?.isError).map(({ name }) => names[name]),
  };
}

function useChoice() {
  const navigate = useNavigate();
  return (name: SourceName, { id, says, about, runState, room, to }: Found): Choice => ({
    id: `${name} ${id}`,
    says,
    about,
    icon: icons[room ?? name],
    state: runState && stateOfRun(runState),
    does: () => void navigate({ to }),
  });
}

/** What has an id may be found by a word in it, too. */
function onceEach(found: readonly (readonly Found[])[]): readonly (readonly Found[])[] {
  const seen = new Set<string>();
  return found.map((part) =>
    part.filter(({ to }) => {
      const isNew = !seen.has(to);
      seen.add(to);
      return isNew;
    }),
  );
}

/** Whether anything ever happened to it, its page tells. */
function useEverything(wanted: string): readonly Choice[] {
  const navigate = useNavigate();
  const subject = subjectIn(wanted);
  if (subject === undefined) return [];
  return [
    {
      id: 'everything',
      says: paletteWords.everything(subject),
      icon: icons['events'],
      does: () => void navigate({ to: '/events/about/$', params: { _splat: subject } }),
    },
  ];
}
