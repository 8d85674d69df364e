import { Switch } from '@/components/ui/switch';
import { switchKeys, useKeysEnabled } from '@/lib/keys';
import { shellWords } from '@/lib/words/shell';

export const KeysSwitch = () => (
  <div className="px-2 py-1 pointer-coarse:hidden">
    <Switch on={useKeysEnabled()} onChange={switchKeys} hint={shellWords.keys.switchHint}>
      {shellWords.keys.switch}
    </Switch>
  </div>
);
