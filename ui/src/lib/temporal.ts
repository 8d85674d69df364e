/**
 * The page of a workflow in Temporal's own UI. The address may name a namespace
 * (http://host:8233/namespaces/crew); without one it is Temporal's default.
 */
export function workflowPage(temporalUi: string, workflowId: string): string {
  const base = temporalUi.replace(/\/+$/, '');
  const home = base.includes('/namespaces/') ? base : `${base}/namespaces/default`;
  return `${home}/workflows/${encodeURIComponent(workflowId)}`;
}
