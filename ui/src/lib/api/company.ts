import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/http';
import { meQuery } from './me';

/** The company whose house this is, and how far it has come. */
export interface Company {
  readonly id: string;
  readonly name: string;
  /** Somebody has said what it is called. */
  readonly named: boolean;
  /** Nobody is led through the first steps any more. */
  readonly settled: boolean;
  /** The oldest one that somebody made here. */
  readonly firstAutomation: string | null;
}

export const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => call<Company>('/v1/company', { signal }),
});

/** Every page shows the name. */
function useChanged() {
  const queries = useQueryClient();
  return async (company: Company) => {
    queries.setQueryData(companyQuery.queryKey, company);
    await queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
}

export function useRenameCompany() {
  return useMutation({
    mutationFn: (name: string) => call<Company>('/v1/company', { method: 'PATCH', body: { name } }),
    onSuccess: useChanged(),
  });
}

/** The first steps are behind the house, or nobody wants them. */
export function useSettle() {
  return useMutation({
    mutationFn: () => call<Company>('/v1/company/settle', { method: 'POST' }),
    onSuccess: useChanged(),
  });
}
