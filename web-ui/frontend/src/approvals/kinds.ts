import type { Approval } from '../api/types';

export const KINDS: Record<Approval['kind'], { title: string; approve: string; reject: string; question: string }> = {
  PLAN: {
    title: 'Plan',
    approve: 'Approve and apply',
    reject: 'Reject',
    question:
      'The statements below are applied to the target, measured under load, and taken back unless they prove themselves.',
  },
  BY_HAND: {
    title: 'Work by hand',
    approve: 'I have done it',
    reject: 'Not done',
    question:
      'Perfloop cannot make these changes. Do what the plan says, then say so: it is measured and judged like every other change.',
  },
  ARCHITECTURE: {
    title: 'Architecture review',
    approve: 'Reviewed, go on',
    reject: 'Reject',
    question:
      'What limits the target cannot be mended by a setting or an index. Somebody has to decide about its design.',
  },
  INCONCLUSIVE: {
    title: 'Inconclusive result',
    approve: 'Keep the changes',
    reject: 'Take them back',
    question: 'The measurements do not tell whether the changes help, and no more runs are allowed.',
  },
};
