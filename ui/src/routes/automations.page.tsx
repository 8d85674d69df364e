import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Here } from '@/components/here';
import { AllAutomations } from '@/features/automations/all-automations';
import { ConnectionStrip } from '@/features/house/connection-strip';
import { automationsQuery } from '@/lib/api/automations';
import { useMe } from '@/lib/api/me';
import { rowsOf } from '@/lib/paged';
import { may } from '@/lib/rights';
import { automationsWords } from '@/lib/words/automations';

const route = getRouteApi('/house/automations');

export function AutomationsPage() {
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { data, hasNextPage } = useInfiniteQuery(automationsQuery(filter));
  return (
    <>
      <Here
        title={automationsWords.title}
        heading
        count={data && automationsWords.shown(rowsOf(data).length, hasNextPage)}
      />
      <ConnectionStrip />
      <AllAutomations
        filter={filter}
        onFilter={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true })
        }
        mayBuild={may(useMe().role, 'build')}
        onMade={(id) =>
          void navigate({ to: '/automations/$id/$tab', params: { id, tab: 'definition' } })
        }
      />
    </>
  );
}
