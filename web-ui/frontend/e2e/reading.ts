import { expect, type Page } from '@playwright/test';

/** Switches whose names say that they change something; each has to be closed, with the role that it takes. */
const CHANGES =
  /^(start|save|register|check|delete|measure|calibrate|lift|retry|cancel|abort|approve|reject|switch on|take back|see what)\b/i;

/** What a viewer sees of a target with a run that has ended, and what the API says to one who asks all the same. */
export async function expectOnlyReading(viewer: Page, target: string, run: string): Promise<void> {
  const pages = [
    ['/', 'Start run'],
    ['/runs', 'Start run'],
    [`/runs/new?target=${target}`, 'Start run'],
    ['/targets', 'Register target'],
    [`/targets/${target}`, 'Measure the noise'],
    [`/targets/${target}`, 'Save'],
    [`/runs/${run}/not-looked-at`, null],
    [`/runs/${run}/approval`, null],
  ] as const;
  for (const [path, closed] of pages) {
    await viewer.goto(path);
    await expect(viewer.getByRole('heading', { level: 1 })).toBeVisible();
    if (closed) {
      await expect(viewer.getByRole('button', { name: `${closed} Takes the role operator.` }).first()).toBeDisabled();
    }
    await expect(viewer.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    const open = await viewer.getByRole('main').getByRole('button', { disabled: false }).allInnerTexts();
    expect(
      open.filter((name) => CHANGES.test(name.trim())),
      path,
    ).toEqual([]);
  }

  const token = (await viewer.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? '';
  for (const [method, path, role] of [
    ['POST', '/api/runs', 'OPERATOR'],
    ['POST', `/api/runs/${run}/cancel`, 'OPERATOR'],
    ['POST', `/api/runs/${run}/retry`, 'OPERATOR'],
    ['POST', `/api/runs/${run}/loads/abort`, 'OPERATOR'],
    ['PUT', `/api/targets/${target}`, 'OPERATOR'],
    ['DELETE', `/api/targets/${target}`, 'OPERATOR'],
    ['POST', `/api/targets/${target}/calibration`, 'OPERATOR'],
    ['POST', `/api/targets/${target}/gate`, 'OPERATOR'],
    ['DELETE', `/api/targets/${target}/guards`, 'APPROVER'],
    ['POST', `/api/approvals/${run}-plan/decision`, 'APPROVER'],
    ['GET', '/api/audit', 'ADMIN'],
  ] as const) {
    const answer = await viewer.request.fetch(path, { method, headers: { 'X-XSRF-TOKEN': token } });
    expect(answer.status(), `${method} ${path}`).toBe(403);
    expect(((await answer.json()) as { mend: string }).mend, `${method} ${path}`).toContain(role);
  }
}
