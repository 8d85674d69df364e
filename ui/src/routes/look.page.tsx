import { Here } from '@/components/here';
import { LookPage } from '@/features/look/look-page';
import { livingWords } from '@/lib/words/living';

export const Look = () => (
  <>
    <Here title={livingWords.title} />
    <LookPage />
  </>
);
