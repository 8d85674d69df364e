import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotThere } from '@/components/failure';
import type { RouterContext } from './context';

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: () => <NotThere whole />,
});
