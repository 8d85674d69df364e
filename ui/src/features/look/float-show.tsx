import { Copy, CornerDownRight, ExternalLink, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip, FilterChip, Tag } from '@/components/ui/chip';
import { Combobox } from '@/components/ui/combobox';
import { Keys } from '@/components/ui/kbd';
import { Menu, MenuItem, MenuLine } from '@/components/ui/menu';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { Tooltip } from '@/components/ui/tooltip';
import { livingWords } from '@/lib/words/living';
import { areas, customers } from './samples';
import { Section } from './section';

const nothing = () => undefined;

export function FloatShow() {
  const [area, setArea] = useState<(typeof areas)[number]['value']>('finance');
  const [customer, setCustomer] = useState<string>();
  return (
    <Section title={livingWords.floats}>
      <div className="grid gap-3.5 two:grid-cols-2">
        <Select label="Area" options={areas} value={area} onChange={setArea} />
        <Combobox
          label="Customer"
          options={customers}
          value={customer}
          onChange={setCustomer}
          placeholder="Type a name"
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Menu title="RF-2291" trigger={<Button>Menu</Button>}>
          <MenuItem icon={RotateCcw} hotkey="R" onClick={nothing}>
            Re-run
          </MenuItem>
          <MenuItem icon={CornerDownRight} onClick={nothing}>
            Re-run from here
          </MenuItem>
          <MenuItem icon={Copy} hotkey="L" onClick={nothing}>
            Copy link
          </MenuItem>
          <MenuLine />
          <MenuItem icon={ExternalLink} off="operators only" onClick={nothing}>
            Open in Temporal
          </MenuItem>
          <MenuItem icon={X} danger onClick={nothing}>
            Cancel run…
          </MenuItem>
        </Menu>
        <Tooltip
          says={
            <span className="flex items-center gap-2">
              Test the chain <Keys of="Mod+Enter" />
            </span>
          }
        >
          <Button>Tooltip</Button>
        </Tooltip>
        <Popover title="Columns" trigger={<Button>Popover</Button>}>
          <p className="text-ink-2">What is set here holds for you alone.</p>
        </Popover>
        <Tag>contact.email</Tag>
        <Chip>keyed</Chip>
        <Chip filled>v14</Chip>
        <FilterChip onRemove={nothing}>state: failed</FilterChip>
      </div>
    </Section>
  );
}
