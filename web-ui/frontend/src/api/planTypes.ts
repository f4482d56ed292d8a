/** What of a plan's data is needed to leave out changes; there is more in it. */
export interface PlanContent {
  steps: { changeId: string; position: number; needs: { changeId: string; position: number; why: string }[] }[];
}
