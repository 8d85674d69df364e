import { ChevronDown, Ellipsis, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { IconButton } from '@/components/ui/icon-button';
import { livingWords } from '@/lib/words/living';
import { Section } from './section';

const looks = [
  ['primary', 'Publish'],
  ['plain', 'Pause'],
  ['quiet', 'Clear'],
  ['danger', 'Halt…'],
] as const;

const shown = ['rest', 'hover', 'press', 'focus'] as const;

const nothing = () => undefined;

export const ButtonShow = () => (
  <Section title={livingWords.buttons}>
    <table className="w-full max-two:block max-two:overflow-hidden">
      <thead className="max-two:hidden">
        <tr>
          <td aria-hidden="true" />
          {[...shown, 'off', 'busy'].map((state) => (
            <th key={state} scope="col" className="label pb-[3px] text-left">
              {livingWords[state as 'rest']}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {looks.map(([look, says]) => (
          <tr key={look} className="max-two:flex max-two:flex-wrap max-two:gap-1.5 max-two:pb-2">
            <th scope="row" className="label pr-1.5 text-left max-two:w-full">
              {livingWords.looks[look]}
            </th>
            {shown.map((state) => (
              <td key={state} className="py-[3px] pr-1.5">
                <Button look={look} data-show={state}>
                  {says}
                </Button>
              </td>
            ))}
            <td>
              <Button look={look} off={livingWords.off}>
                {says}
              </Button>
            </td>
            <td>
              <Button look={look} busy>
                {says}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button size="small">Small</Button>
      <Button>Normal</Button>
      <Button size="large">Large</Button>
      <IconButton icon={Ellipsis} look="plain" label="More" />
      <IconButton icon={X} size="small" label="Close" />
      <Button look="primary" hotkey="A">
        Approve
      </Button>
      <span className="inline-flex">
        <Button look="primary" className="rounded-r-none!" onClick={nothing}>
          Publish v15
        </Button>
        <Button
          look="primary"
          aria-label="More"
          className="-ml-px w-[26px] rounded-l-none! border-l-[color-mix(in_oklch,var(--on-ink)_30%,var(--ink))]! px-0!"
        >
          <Icon of={ChevronDown} size={14} />
        </Button>
      </span>
    </div>
  </Section>
);
