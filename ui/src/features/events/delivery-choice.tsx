import { Segments } from '@/components/ui/segments';
import { eventsWords } from '@/lib/words/events';

interface DeliveryChoiceProps {
  readonly refused: boolean;
  readonly onRefused: (refused: boolean) => void;
}

/** What became an event, or what was turned away at the door. */
export const DeliveryChoice = ({ refused, onRefused }: DeliveryChoiceProps) => (
  <Segments
    label={eventsWords.deliveries.label}
    value={refused ? 'refused' : 'accepted'}
    onChange={(chosen) => onRefused(chosen === 'refused')}
    segments={[
      { value: 'accepted', name: eventsWords.deliveries.accepted },
      { value: 'refused', name: eventsWords.deliveries.refused },
    ]}
  />
);
